package vail.bridge.opencl;

import java.util.Optional;
import java.util.OptionalLong;
import vail.backend.Backend;
import vail.backend.Probe;
import vail.testing.Absence;

/** The families of kernels, for tests: each on whatever device there is. */
public final class Families {
  /** So that calls of tests come in portions. */
  private static final long PORTION = 1 << 17;

  private Families() {}

  /**
   * The backend of a family.
   *
   * @throws RuntimeException the {@link Absence} of OpenCL
   */
  public static Backend open(Family family) {
    OpenClOptions options =
        new OpenClOptions(Optional.of(family), Optional.empty(), OptionalLong.of(PORTION));
    return ready(new OpenClProvider().probe(options));
  }

  static OpenClBackend ready(Probe probe) {
    return switch (probe) {
      case Probe.Ready(Backend backend) -> (OpenClBackend) backend;
      case Probe.Absent(String reason) -> throw Absence.of("opencl", reason);
    };
  }
}
