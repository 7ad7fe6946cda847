package vail.bridge.rtl;

import vail.backend.Backend;
import vail.backend.Probe;
import vail.testing.Absence;

/** Circuits for tests. */
final class Circuits {
  private Circuits() {}

  /**
   * The backend.
   *
   * @param options as those of {@code vail_rtl.h}
   * @throws RuntimeException its {@link Absence}
   */
  static RtlSimBackend open(String options) {
    return switch (new RtlSimProvider().probe(options)) {
      case Probe.Ready(Backend backend) -> (RtlSimBackend) backend;
      case Probe.Absent(String reason) -> throw Absence.of("rtl-sim", reason);
    };
  }
}
