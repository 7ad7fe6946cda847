package vail.cli.sim;

import java.util.Optional;
import java.util.OptionalLong;
import vail.cli.Names;
import vail.cli.UsageException;
import vail.sim.event.Job;
import vail.sim.event.Outcome;
import vail.sim.event.Simulator;
import vail.sim.model.ClosedForms;
import vail.sim.model.GatherBound;
import vail.sim.model.Scene;
import vail.sim.net.Grid;
import vail.sim.plan.Codec;
import vail.sim.plan.Hops;
import vail.sim.plan.Schedule;

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

  /** Answers from runs; a codec's schedule is kept until another is asked for. */
  static Measurer events(Setup setup, int threads) {
    return new Measurer() {
      private static final long MOST_TO_RUN_TWICE = 2_000_000;
      private Optional<Schedule> kept = Optional.empty();
      private Codec keptFor = Codec.NONE;

      @Override
      public Row row(Codec codec, long size) {
        Job job = job(codec, size);
        Outcome outcome = Simulator.run(job, threads);
        OptionalLong exposed = OptionalLong.empty();
        if (outcome.events() < MOST_TO_RUN_TWICE) {
          Job free = Work.withoutCodec(job);
          exposed = OptionalLong.of(outcome.time() - Simulator.run(free, threads).time());
        }
        return new Row(
            size, Names.of(codec), outcome.time(), Optional.of(Work.of(job, outcome, exposed)));
      }

      @Override
      public long time(Codec codec, long size) {
        return Simulator.run(job(codec, size), threads).time();
      }

      private Job job(Codec codec, long size) {
        if (kept.isEmpty() || keptFor != codec) {
          kept = Optional.empty();
          kept = Optional.of(Schedule.of(setup.algorithm(), Hops.all(codec)));
          keptFor = codec;
        }
        return setup.job(kept.get(), size);
      }
    };
  }
}
