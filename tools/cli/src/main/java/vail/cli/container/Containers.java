package vail.cli.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import vail.backend.Backend;
import vail.cli.BackendOption;
import vail.cli.BadInputException;
import vail.cli.Place;
import vail.code.BookSet;
import vail.container.RandomAccessReader;
import vail.fault.Limits;

/**
 * Opens containers that lie on a disk.
 *
 * @param backends who decodes
 * @param installed books that containers may name by digest
 * @param threads threads that decode
 */
record Containers(BackendOption backends, BookSet installed, int threads) {
  /** Something that is done with an open container. */
  @FunctionalInterface
  interface Use<T> {
    /** Uses the reader while it is open. */
    T with(RandomAccessReader reader) throws IOException;
  }

  /**
   * Opens a container for as long as it is used.
   *
   * @param name what faults are said to lie in
   */
  <T> T open(Path file, String name, Use<T> use) throws IOException {
    try (FileChannel channel = Place.open(file);
        Backend backend = backends.open()) {
      return BadInputException.naming(
          name,
          () ->
              use.with(
                  new RandomAccessReader(
                      channel,
                      backend.decoder(),
                      backend.planes(),
                      installed,
                      Limits.DEFAULT,
                      threads)));
    }
  }
}
