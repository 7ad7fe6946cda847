package vail.cli.sim;

import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;
import vail.cli.UsageException;
import vail.sim.net.Preset;

/** What bits cost. */
final class EnergyOptions {
  @Option(
      names = "--pj-per-bit",
      paramLabel = "PJ",
      description = "Energy of a bit on each link (default: the preset's, where it is known).")
  private Optional<Double> wire = Optional.empty();

  @Option(
      names = "--codec-pj-per-bit",
      paramLabel = "PJ",
      description =
          "Energy of a bit in each pass over values: encoding, decoding, and the counting of three"
              + " stages (default: not counted).")
  private Optional<Double> codec = Optional.empty();

  Energy energy(Optional<Preset> preset) {
    return new Energy(
        given("--pj-per-bit", wire.or(() -> preset.flatMap(EnergyOptions::figure))),
        given("--codec-pj-per-bit", codec));
  }

  private static Optional<Double> figure(Preset preset) {
    return preset.energy().stream().boxed().findFirst();
  }

  private static OptionalDouble given(String name, Optional<Double> value) {
    if (value.isPresent() && !(value.get() >= 0 && value.get() <= 1e9)) {
      throw new UsageException(name + ": 0 to 10^9 is accepted, not " + value.get());
    }
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
