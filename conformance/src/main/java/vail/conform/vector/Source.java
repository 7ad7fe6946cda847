package vail.conform.vector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the files of a set lie. */
@FunctionalInterface
public interface Source {
  /**
   * All bytes of a file.
   *
   * @param name relative, with slashes, e.g. {@code core/encode.json}
   * @throws NoSuchFileException if it is not there
   */
  byte[] read(String name) throws IOException;

  /** The set that comes with this program. */
  static Source bundled() {
    return name -> {
      try (InputStream in = Source.class.getResourceAsStream("/vail/vectors/" + name)) {
        if (in == null) {
          throw new NoSuchFileException(name);
        }
        return in.readAllBytes();
      }
    };
  }

  /** The set in a folder. */
  static Source of(Path folder) {
    return name -> Files.readAllBytes(folder.resolve(name));
  }
}
