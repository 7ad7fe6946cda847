package vail.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies on this machine, and the recorded tensors with it. */
public final class Project {
  private Project() {}

  /** The folder of the launcher, whichever module's tests run. */
  public static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("mvnw"))) {
        return at;
      }
    }
    throw new IllegalStateException("the tests run outside the project's folder");
  }

  /**
   * A file or folder of the recorded tensors: under the property {@code vail.data} if that is set,
   * else under {@code shared/data} beside the project.
   *
   * @param name relative to the folder of the recordings; empty for the folder itself
   * @throws RuntimeException the {@link Absence} of the recordings
   */
  public static Path data(String name) {
    String named = System.getProperty("vail.data", "");
    Path folder = named.isEmpty() ? root().resolveSibling("shared/data") : Path.of(named);
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      throw Absence.of(
          "recorded tensors", "there is no " + file + " (name a folder by -Dvail.data)");
    }
    return file;
  }
}
