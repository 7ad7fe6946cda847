package vail.sim.event;

import java.util.Arrays;
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
  final EventQueue[] queues;
  final Fifo[] arrivals;
  final Fifo[] ends;
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
    queues = new EventQueue[wiring.nodes()];
    ends = new Fifo[units.size()];
    Arrays.setAll(ends, unit -> new Fifo(unit % units.perDie()));
    arrivals = new Fifo[wiring.size()];
    Arrays.setAll(arrivals, link -> new Fifo(units.perDie() + link));
    digests = new long[wiring.nodes()];
    joins = new Joins[schedule.dies()];
    turns = new Turns[schedule.dies()];
    lanes = partition.lanes();
  }
}
