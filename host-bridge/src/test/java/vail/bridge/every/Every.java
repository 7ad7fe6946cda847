package vail.bridge.every;

import java.util.stream.Stream;
import vail.backend.Backend;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.bridge.opencl.Families;
import vail.bridge.opencl.Family;
import vail.bridge.simd.Levels;
import vail.testing.Absence;
import vail.testing.BackendNames;

/**
 * Every backend that the class path offers, the native one level by level, kernels by family, the
 * board simulated.
 */
final class Every {
  private static final String LEVEL = "native-simd level ";
  private static final String FAMILY = "opencl family ";

  private Every() {}

  static Stream<String> backends() {
    Stream<String> whole = BackendNames.all().filter(name -> !name.equals("opencl"));
    Stream<String> levels = Levels.ALL.stream().map(level -> LEVEL + level);
    Stream<String> families = Stream.of(Family.values()).map(family -> FAMILY + family);
    return Stream.of(whole, levels, families).flatMap(names -> names);
  }

  /** One of each way out of Java. */
  static Stream<String> bridges() {
    return backends().filter(name -> name.startsWith(FAMILY) || name.endsWith("portable"));
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
    if (name.startsWith(FAMILY)) {
      return Families.open(Family.valueOf(name.substring(FAMILY.length())));
    }
    return switch (Backends.probe(name)) {
      case Probe.Ready(Backend backend) -> backend;
      // What a run must have is asked for by the backend's own tests.
      case Probe.Absent(String reason) -> throw Absence.ofProcessor(name, reason);
    };
  }

  /** The families of kernels, which want many blocks a call. */
  static Stream<String> families() {
    return backends().filter(name -> name.startsWith(FAMILY));
  }

  /** Whether its instructions or gates are functions, or each of its calls wakes a device. */
  static boolean isSlow(String name) {
    return name.endsWith("emulated") || name.endsWith("sim") || name.startsWith(FAMILY);
  }
}
