package vail.sim.event;

import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;
import vail.sim.model.Die;
import vail.sim.model.Frames;
import vail.sim.net.Relay;
import vail.sim.net.Topology;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;

/** Jobs to run: elements of two bytes, and frames of one size for all codecs. */
final class Jobs {
  private Jobs() {}

  static Schedule schedule(String algorithm, Collective collective, Layout layout, Hops hops) {
    return Schedule.of(
        Algorithms.find(algorithm).orElseThrow().algorithm(collective, layout), hops);
  }

  static Job of(
      Schedule schedule, long elements, int lanes, Topology topology, Frames frames, Die die) {
    Partition partition = new Partition(elements, 2, schedule.algorithm().pieces(), lanes);
    ModelSizes sizes = new ModelSizes(schedule, partition, frames, frames);
    return new Job(schedule, partition, sizes, topology, Relay.STORE_AND_FORWARD, die);
  }
}
