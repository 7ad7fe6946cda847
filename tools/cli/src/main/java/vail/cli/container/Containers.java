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

/** Opens containers that lie on a disk. */
final class Containers {
  private Containers() {}

  /** Something that is done with an open container. */
  @FunctionalInterface
  interface Use<T> {
    /** Uses the reader while it is open. */
    T with(RandomAccessReader reader) throws IOException;
  }

  /** Opens a container for as long as it is used; a fault gets the name of the file. */
  static <T> T open(Path file, BackendOption backends, BookSet installed, int threads, Use<T> use)
      throws IOException {
    try (FileChannel channel = Place.open(file);
        Backend backend = backends.open()) {
      return BadInputException.naming(
          file.toString(),
          () ->
              use.with(
                  new RandomAccessReader(
                      channel, backend.decoder(), installed, Limits.DEFAULT, threads)));
    }
  }
}
