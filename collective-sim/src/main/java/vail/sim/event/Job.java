package vail.sim.event;

import vail.sim.model.Die;
import vail.sim.net.Relay;
import vail.sim.net.Topology;
import vail.sim.plan.Schedule;
import vail.sim.plan.Shares;

/**
 * All that decides a run.
 *
 * @param schedule what the dies do
 * @param shares bytes of values
 * @param sizes bytes of messages
 * @param topology as many dies or more, and the links
 * @param relay how nodes pass on what is not for them
 * @param die what each die can do
 */
public record Job(
    Schedule schedule, Shares shares, Sizes sizes, Topology topology, Relay relay, Die die) {
  /** Rejects a topology that is too small. */
  public Job {
    if (topology.dies() < schedule.dies()) {
      throw new IllegalArgumentException(
          "%s has %d dies, %d are needed"
              .formatted(topology.name(), topology.dies(), schedule.dies()));
    }
  }
}
