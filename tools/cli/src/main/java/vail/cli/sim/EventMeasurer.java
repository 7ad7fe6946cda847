package vail.cli.sim;

import java.util.Optional;
import java.util.OptionalLong;
import vail.sim.bytes.Moved;
import vail.sim.event.Job;
import vail.sim.event.Outcome;
import vail.sim.event.Simulator;
import vail.sim.plan.Codec;
import vail.sim.plan.Hops;
import vail.sim.plan.Schedule;

/** Answers from runs, message by message; a schedule is kept until another is asked for. */
final class EventMeasurer implements Measurer {
  private static final long MOST_TO_RUN_TWICE = 2_000_000;

  private final Setup setup;
  private final int threads;
  private final Jobs jobs;
  private Optional<Schedule> kept = Optional.empty();
  private Hops keptFor = Hops.all(Codec.NONE);

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
  public Row row(Policy policy, long size) {
    Planned planned = jobs.plan(schedule(policy, size), size);
    Job job = planned.job();
    Outcome outcome = Simulator.run(job, threads);
    OptionalLong exposed = OptionalLong.empty();
    if (outcome.events() < MOST_TO_RUN_TWICE) {
      Job free = Work.withoutCodec(job);
      exposed = OptionalLong.of(outcome.time() - Simulator.run(free, threads).time());
    }
    Row.Work work = Work.of(job, outcome, exposed);
    return new Row(
        size,
        policy,
        policy.name(keptFor),
        outcome.time(),
        Optional.of(work),
        planned.moved(),
        Optional.empty());
  }

  @Override
  public long time(Policy policy, long size) {
    return Simulator.run(jobs.plan(schedule(policy, size), size).job(), threads).time();
  }

  @Override
  public Optional<Job> job(Policy policy, long size) {
    return Optional.of(jobs.plan(schedule(policy, size), size).job());
  }

  private Schedule schedule(Policy policy, long size) {
    Hops hops = policy.hops(setup, size);
    if (kept.isEmpty() || !keptFor.equals(hops)) {
      kept = Optional.empty();
      kept = Optional.of(Schedule.of(setup.algorithm(), hops));
      keptFor = hops;
    }
    return kept.get();
  }
}
