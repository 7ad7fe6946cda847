package vail.cli.sim;

import vail.sim.algo.Algorithms;
import vail.sim.net.Axis.Kind;
import vail.sim.net.Grid;
import vail.sim.net.Topology;
import vail.sim.plan.Collective;

/**
 * The algorithm that suits a topology: one that keeps the links of all its dies busy, and for what
 * that does not do a tree, which passes large messages on faster than a ring among many dies.
 */
final class Usual {
  private Usual() {}

  static String algorithm(Collective collective, Topology topology) {
    for (String name : new String[] {suited(topology), "tree", "ring"}) {
      if (Algorithms.find(name).orElseThrow().does().contains(collective)) {
        return name;
      }
    }
    return "direct";
  }

  private static String suited(Topology topology) {
    if (!(topology instanceof Grid grid)) {
      return "direct";
    }
    if (grid.axes().size() == 1) {
      return switch (grid.axes().getFirst().kind()) {
        case BIRING -> "biring";
        case FULL -> "direct";
        case RING, LINE, SWITCH -> "ring";
      };
    }
    boolean bothWays = grid.axes().stream().allMatch(axis -> axis.kind() == Kind.BIRING);
    return bothWays ? "torus" : "hierarchical";
  }
}
