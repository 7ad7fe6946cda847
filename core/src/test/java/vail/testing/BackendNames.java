package vail.testing;

import java.util.stream.Stream;
import vail.backend.BackendProvider;
import vail.backend.Backends;

/** The backends that are held to what every backend must do. */
public final class BackendNames {
  private BackendNames() {}

  /** Names of all on the class path; of boards the one that needs none. */
  public static Stream<String> all() {
    return Backends.providers().stream()
        .map(BackendProvider::name)
        .map(name -> name.equals("board") ? "board:sim" : name);
  }
}
