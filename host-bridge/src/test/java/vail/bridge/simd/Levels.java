package vail.bridge.simd;

import java.util.List;
import vail.backend.Backend;
import vail.backend.Probe;
import vail.testing.Absence;

/** The levels of the native kernels, for tests. */
public final class Levels {
  /** Every level there is, on some machine. */
  public static final List<String> ALL = List.of("reference", "portable", "avx512");

  private Levels() {}

  /**
   * A level's backend.
   *
   * @throws RuntimeException the {@link Absence} of the level
   */
  public static Backend open(String level) {
    return switch (new NativeSimdProvider().probe("level=" + level)) {
      case Probe.Ready(Backend backend) -> backend;
      case Probe.Absent(String reason) -> throw Absence.of("native-simd level " + level, reason);
    };
  }
}
