package vail.cli.sim;

import vail.sim.algo.Algorithms;
import vail.sim.net.Axis.Kind;
import vail.sim.net.Grid;
import vail.sim.plan.Collective;

/** The algorithm that suits a topology. */
final class Usual {
  private Usual() {}

  static String algorithm(Collective collective, Grid grid) {
    for (String name : new String[] {suited(grid), "ring"}) {
      if (Algorithms.find(name).orElseThrow().does().contains(collective)) {
        return name;
      }
    }
    return "direct";
  }

  private static String suited(Grid grid) {
    boolean bothWays = grid.axes().stream().allMatch(axis -> axis.kind() == Kind.BIRING);
    if (grid.axes().size() == 1) {
      return bothWays ? "biring" : "ring";
    }
    return bothWays ? "torus" : "hierarchical";
  }
}
