package vail.bridge.every;

import java.util.stream.Stream;
import vail.backend.Backend;
import vail.backend.BackendProvider;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.bridge.simd.Levels;
import vail.testing.Absence;

/** Every backend that the class path offers, and the native one level by level. */
final class Every {
  private static final String LEVEL = "native-simd level ";

  private Every() {}

  static Stream<String> backends() {
    return Stream.concat(
        Backends.providers().stream().map(BackendProvider::name),
        Levels.ALL.stream().map(level -> LEVEL + level));
  }

  /**
   * The backend of a name of {@link #backends}.
   *
   * @throws RuntimeException its {@link Absence}
   */
  static Backend open(String name) {
    if (name.startsWith(LEVEL)) {
      return Levels.open(name.substring(LEVEL.length()));
    }
    return switch (Backends.probe(name)) {
      case Probe.Ready(Backend backend) -> backend;
      // What a run must have is asked for by the backend's own tests.
      case Probe.Absent(String reason) -> throw Absence.ofProcessor(name, reason);
    };
  }

  /** Whether its instructions are functions, dozens of times slower. */
  static boolean isEmulated(String name) {
    return name.endsWith("emulated");
  }
}
