package vail.cli.train;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the files that the user meant: files by their name, folders by what they hold. */
public final class TrainingFiles {
  private TrainingFiles() {}

  /** The name of standard input, which holds histograms. */
  static final Path STANDARD = Path.of("-");

  /** All files, those of a folder in the order of their names. */
  public static List<Path> of(List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        files.addAll(within(path));
      } else if (path.equals(STANDARD) || Files.exists(path)) {
        files.add(path);
      } else {
        throw new NoSuchFileException(path.toString());
      }
    }
    return files;
  }

  /** Whether a file is JSON, that is a histogram file; standard input must be. */
  static boolean isHistogram(Path file) {
    return file.equals(STANDARD) || suffixed(file, ".json");
  }

  private static List<Path> within(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> found =
          all.filter(file -> suffixed(file, ".safetensors") || suffixed(file, ".npy"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new FileSystemException(
            folder.toString(), null, "holds no .safetensors or .npy file");
      }
      return found;
    }
  }

  private static boolean suffixed(Path file, String suffix) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(suffix);
  }
}
