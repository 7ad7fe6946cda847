package vail.sim.model;

import java.util.OptionalLong;
import vail.sim.net.Link;
import vail.sim.net.Topology;

/**
 * What no all-gather in equal steps beats where all links are alike: the die with the fewest
 * neighbours takes in at most one chunk from each in a step, and needs all chunks of all others.
 */
public final class GatherBound {
  private GatherBound() {}

  /**
   * The bound in picoseconds; empty where links differ.
   *
   * @param topology any
   * @param bytes of all dies' data together
   * @param lanes chunks of each die
   * @param frames how large chunks are on links
   */
  public static OptionalLong time(Topology topology, long bytes, int lanes, Frames frames) {
    int dies = topology.dies();
    int fewest = Integer.MAX_VALUE;
    Link alike = null;
    for (int die = 0; die < dies; die++) {
      int neighbours = 0;
      for (int port = 0; port < topology.ports(die); port++) {
        if (topology.neighbour(die, port) != Topology.NOWHERE) {
          Link link = topology.link(die, port);
          if (alike != null && !alike.equals(link)) {
            return OptionalLong.empty();
          }
          alike = link;
          neighbours++;
        }
      }
      fewest = Math.min(fewest, neighbours);
    }
    if (alike == null) {
      return OptionalLong.of(0);
    }
    long steps = Math.ceilDiv(lanes * (dies - 1L), fewest);
    long step = frames.busy(alike, bytes, (long) dies * lanes) + alike.latency();
    return OptionalLong.of(steps * step);
  }
}
