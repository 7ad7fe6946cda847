package vail.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vail.cli.Folders;

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
        files.addAll(Folders.files(path, ".safetensors", ".npy"));
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
    return file.equals(STANDARD) || Folders.isNamed(file, ".json");
  }
}
