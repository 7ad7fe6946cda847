package vail.sim.event;

import vail.sim.net.Relay;
import vail.sim.plan.Joins;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;

/** The state of a run that all threads share; each touches only what belongs to its nodes. */
final class Run {
  final Schedule schedule;
  final Partition partition;
  final Sizes sizes;
  final Job job;
  final Wiring wiring;
  final Units units;
  final Links links;
  final EventQueues queues;
  final Sources sources;
  final Labels labels;
  final boolean cutsThrough;
  final long[] digests;
  final Joins[] joins;
  final Turns[] turns;
  final int lanes;

  Run(Job job) {
    this.job = job;
    schedule = job.schedule();
    partition = job.partition();
    sizes = job.sizes();
    wiring = new Wiring(job.topology());
    units = new Units(job.die(), schedule.dies());
    links = new Links(wiring.size());
    sources = new Sources(wiring, units.perDie());
    queues = new EventQueues(sources.bases());
    digests = new long[wiring.nodes()];
    joins = new Joins[schedule.dies()];
    turns = new Turns[schedule.dies()];
    lanes = partition.lanes();
    labels = new Labels(schedule.dies(), schedule.longest(), lanes);
    cutsThrough = job.relay() == Relay.CUT_THROUGH;
  }
}
