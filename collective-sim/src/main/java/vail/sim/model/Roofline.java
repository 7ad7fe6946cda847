package vail.sim.model;

import vail.sim.net.Link;

/**
 * The larger of what latency and what traffic costs, for quick answers as books give them: many
 * chunks are assumed, and a bidirectional ring takes in from both neighbours.
 */
public final class Roofline {
  private Roofline() {}

  /** A message over so many disjoint ways of so many links, sent on from the first byte. */
  public static long send(Link link, long bytes, int ways, int hops) {
    return hops * link.latency() + link.busy(bytes, ways);
  }

  /** All data to every die of a line or ring, so many dies away at most, by so many links each. */
  public static long allGather(Link link, long bytes, int ways, int hops) {
    return Math.max(hops * link.latency(), link.busy(bytes, ways));
  }

  /** Sums of all data to every die: scattered, then gathered. */
  public static long allReduce(Link link, long bytes, int ways, int hops) {
    return 2 * allGather(link, bytes, ways, hops);
  }

  /** To every die its own part of all data, over a ring: half as far, or by both ways a quarter. */
  public static long allToAll(Link link, long bytes, int ways, int hops) {
    return Math.max(hops * link.latency(), link.busy(bytes, 2L * ways * ways));
  }
}
