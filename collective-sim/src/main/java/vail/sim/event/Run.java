package vail.sim.event;

import java.util.function.IntFunction;
import vail.sim.net.Relay;
import vail.sim.plan.Joins;
import vail.sim.plan.Schedule;
import vail.sim.plan.Shares;

/** The state of a run that all threads share; each touches only what belongs to its nodes. */
final class Run {
  final Schedule schedule;
  final Shares shares;
  final Sizes sizes;
  final Job job;
  final Wiring wiring;
  final Wiring shown;
  final IntFunction<int[]> exits;
  final Units units;
  final Links links;
  final EventQueues queues;
  final Sources sources;
  final Labels labels;
  final boolean cutsThrough;
  final long latency;
  final long[] digests;
  final Joins[] joins;
  final Turns[] turns;
  final int lanes;

  /** The run of all dies. */
  Run(Job job) {
    this(job, new Wiring(job.topology()));
  }

  private Run(Job job, Wiring wiring) {
    this(job, wiring, wiring, die -> wiring.exits(die, job.schedule().program(die)));
  }

  /**
   * The same, or the run of one die for all.
   *
   * @param job of those that are run
   * @param wiring of those
   * @param shown the wiring of all
   * @param exits of a die, the link of each queue of its sends
   */
  Run(Job job, Wiring wiring, Wiring shown, IntFunction<int[]> exits) {
    this.job = job;
    this.wiring = wiring;
    this.shown = shown;
    this.exits = exits;
    schedule = job.schedule();
    shares = job.shares();
    sizes = job.sizes();
    units = new Units(job.die(), schedule.dies());
    links = new Links(wiring.size());
    sources = new Sources(wiring, units.perDie());
    queues = new EventQueues(sources.bases());
    digests = new long[wiring.nodes()];
    joins = new Joins[schedule.dies()];
    turns = new Turns[schedule.dies()];
    lanes = shares.lanes();
    labels = new Labels(schedule.dies(), schedule.longest(), lanes);
    cutsThrough = job.relay() == Relay.CUT_THROUGH;
    latency = job.topology().leastLatency();
  }
}
