package vail.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds files by what their names end in. */
public final class Folders {
  private Folders() {}

  /**
   * All files in a folder and in those below it, by name; a folder that is a link is followed.
   *
   * @param suffixes of the names, in lower case
   * @throws FileSystemException if there is none
   */
  public static List<Path> files(Path folder, String... suffixes) throws IOException {
    // A walk does not follow links, not even the one it starts at.
    Path start = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
    try (Stream<Path> all = Files.walk(start)) {
      List<Path> found =
          all.filter(file -> isNamed(file, suffixes))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new FileSystemException(
            folder.toString(), null, "holds no " + String.join(" or ", suffixes) + " file");
      }
      return found;
    }
  }

  /** Whether a file's name ends so, in capitals or not. */
  public static boolean isNamed(Path file, String... suffixes) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(suffixes).anyMatch(name::endsWith);
  }
}
