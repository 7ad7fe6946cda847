package vail.cli.sim;

import java.util.Optional;
import java.util.OptionalLong;
import vail.cli.Names;
import vail.sim.bytes.Moved;
import vail.sim.event.Job;
import vail.sim.event.Outcome;
import vail.sim.event.Simulator;
import vail.sim.plan.Codec;
import vail.sim.plan.Hops;
import vail.sim.plan.Schedule;

/** Answers from runs, message by message; a codec's schedule is kept until another is asked for. */
final class EventMeasurer implements Measurer {
  private static final long MOST_TO_RUN_TWICE = 2_000_000;

  private final Setup setup;
  private final int threads;
  private final Jobs jobs;
  private Optional<Schedule> kept = Optional.empty();
  private Codec keptFor = Codec.NONE;

  /** Says what is to be run. */
  @FunctionalInterface
  interface Jobs {
    /** A run of a schedule for a size. */
    Planned plan(Schedule schedule, long size);
  }

  /**
   * What is to be run.
   *
   * @param job it
   * @param moved where the sizes of its messages come from, if real values were moved
   */
  record Planned(Job job, Optional<Moved> moved) {}

  EventMeasurer(Setup setup, int threads, Jobs jobs) {
    this.setup = setup;
    this.threads = threads;
    this.jobs = jobs;
  }

  @Override
  public Row row(Codec codec, long size) {
    Planned planned = jobs.plan(schedule(codec), size);
    Job job = planned.job();
    Outcome outcome = Simulator.run(job, threads);
    OptionalLong exposed = OptionalLong.empty();
    if (outcome.events() < MOST_TO_RUN_TWICE) {
      Job free = Work.withoutCodec(job);
      exposed = OptionalLong.of(outcome.time() - Simulator.run(free, threads).time());
    }
    Row.Work work = Work.of(job, outcome, exposed);
    return new Row(size, Names.of(codec), outcome.time(), Optional.of(work), planned.moved());
  }

  @Override
  public long time(Codec codec, long size) {
    return Simulator.run(jobs.plan(schedule(codec), size).job(), threads).time();
  }

  private Schedule schedule(Codec codec) {
    if (kept.isEmpty() || keptFor != codec) {
      kept = Optional.empty();
      kept = Optional.of(Schedule.of(setup.algorithm(), Hops.all(codec)));
      keptFor = codec;
    }
    return kept.get();
  }
}
