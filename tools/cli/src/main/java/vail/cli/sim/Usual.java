package vail.cli.sim;

import vail.sim.algo.Algorithms;
import vail.sim.net.Axis.Kind;
import vail.sim.net.Grid;
import vail.sim.net.Topology;
import vail.sim.plan.Collective;

/** The algorithm that suits a topology. */
final class Usual {
  private Usual() {}

  static String algorithm(Collective collective, Topology topology) {
    for (String name : new String[] {suited(topology), "ring"}) {
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
    boolean bothWays = grid.axes().stream().allMatch(axis -> axis.kind() == Kind.BIRING);
    if (grid.axes().size() == 1) {
      return bothWays ? "biring" : "ring";
    }
    return bothWays ? "torus" : "hierarchical";
  }
}
