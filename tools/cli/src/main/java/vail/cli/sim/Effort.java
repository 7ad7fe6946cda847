package vail.cli.sim;

import java.util.Optional;
import vail.sim.plan.Codec;
import vail.sim.plan.Hops;
import vail.sim.plan.Schedule;

/** Says beforehand what takes a while. */
final class Effort {
  private static final long MILLION = 1_000_000;
  private static final long MANY = 50 * MILLION;

  private Effort() {}

  /** About a row of a run. */
  static Optional<String> of(Setup setup, Mode mode) {
    if (mode != Mode.EVENTS && mode != Mode.BYTES) {
      return Optional.empty();
    }
    long operations = Schedule.about(setup.algorithm(), Hops.all(Codec.SINGLE)) * setup.lanes();
    return operations < MANY
        ? Optional.empty()
        : Optional.of(
            "vail sim: some %d million operations a row, which take a while; --mode closed runs none"
                .formatted(operations / MILLION));
  }
}
