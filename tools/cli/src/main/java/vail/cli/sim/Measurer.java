package vail.cli.sim;

import java.util.Optional;
import java.util.OptionalLong;
import vail.cli.Names;
import vail.cli.UsageException;
import vail.cli.sim.EventMeasurer.Planned;
import vail.sim.model.ClosedForms;
import vail.sim.model.GatherBound;
import vail.sim.model.Scene;
import vail.sim.net.Grid;
import vail.sim.plan.Codec;

/** Finds the time of a size with a codec. */
interface Measurer {
  /** The answer. */
  Row row(Codec codec, long size);

  /** Its time alone, in picoseconds. */
  default long time(Codec codec, long size) {
    return row(codec, size).time();
  }

  /** Answers from closed forms. */
  static Measurer closed(Setup setup) {
    return (codec, size) ->
        new Row(size, Names.of(codec), closed(setup, codec, size), Optional.empty());
  }

  private static long closed(Setup setup, Codec codec, long size) {
    OptionalLong time = OptionalLong.empty();
    if (setup.topology() instanceof Grid grid) {
      Scene scene =
          new Scene(
              setup.collective(),
              grid,
              size / setup.elementBytes(),
              setup.elementBytes(),
              setup.lanes(),
              setup.die(),
              codec,
              setup.coding().frames(codec));
      time = ClosedForms.time(setup.algorithm().name(), scene);
    }
    return time.orElseThrow(() ->
        new UsageException(
            "--mode closed: %s on %s with codec %s has no closed form; --mode events runs it"
                .formatted(setup.algorithm().name(), setup.topology().name(), Names.of(codec))));
  }

  /** What no all-gather beats. */
  static Measurer bound(Setup setup) {
    return (codec, size) ->
        new Row(
            size,
            Names.of(codec),
            GatherBound.time(setup.topology(), size, setup.lanes(), setup.coding().frames(codec))
                .orElseThrow(() ->
                    new UsageException(
                        "--mode bound: the links of %s differ".formatted(setup.topology().name()))),
            Optional.empty());
  }

  /** Answers from runs whose messages have the sizes that ratios say. */
  static Measurer events(Setup setup, int threads) {
    return new EventMeasurer(
        setup,
        threads,
        (schedule, size) -> new Planned(setup.job(schedule, size), Optional.empty()));
  }
}
