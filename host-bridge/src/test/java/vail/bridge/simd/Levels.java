package vail.bridge.simd;

import java.util.List;
import vail.backend.Backend;
import vail.backend.Probe;
import vail.bridge.abi.LibraryBackend;
import vail.testing.Absence;

/** The levels of the native kernels, for tests. */
public final class Levels {
  private static final String EMULATED = "avx512 emulated";

  /** Every level there is, on some machine. */
  public static final List<String> ALL =
      List.of("reference", "portable", "avx2", "avx512", EMULATED);

  private Levels() {}

  /**
   * A level's backend.
   *
   * @throws RuntimeException the {@link Absence} of the level
   */
  public static Backend open(String level) {
    if (level.equals(EMULATED)) {
      return new LibraryBackend(EmulatedAvx512.library(), "level=avx512");
    }
    return switch (new NativeSimdProvider().probe("level=" + level)) {
      case Probe.Ready(Backend backend) -> backend;
      case Probe.Absent(String reason) -> throw absence(level, reason);
    };
  }

  /** If the library is there, it is the processor that is to blame. */
  private static RuntimeException absence(String level, String reason) {
    String what = "native-simd level " + level;
    return switch (new NativeSimdProvider().probe()) {
      case Probe.Ready(Backend backend) -> {
        backend.close();
        yield Absence.ofProcessor(what, "this processor lacks it");
      }
      case Probe.Absent absent -> Absence.of(what, reason);
    };
  }
}
