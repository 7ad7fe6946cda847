package vail.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The user's folder for what costs time to make again, where the launcher keeps its cache too. */
final class KeptFolder {
  private KeptFolder() {}

  /** The folder, which need not exist yet; none if the environment names no place for it. */
  static Optional<Path> of(Map<String, String> environment) {
    Optional<String> home = Optional.ofNullable(environment.get("HOME")).map(it -> it + "/.cache");
    return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
        .filter(caches -> !caches.isEmpty())
        .or(() -> home)
        .flatMap(KeptFolder::absolute);
  }

  private static Optional<Path> absolute(String caches) {
    try {
      return Optional.of(Path.of(caches, "vail")).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
