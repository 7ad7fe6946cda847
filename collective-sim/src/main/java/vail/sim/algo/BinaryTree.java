package vail.sim.algo;

import java.util.EnumSet;
import java.util.Set;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/** Up a binary tree and down again. Lanes follow each other through it. */
record BinaryTree(Collective collective, int dies) implements Algorithm {
  static final Set<Collective> DOES =
      EnumSet.of(Collective.ALL_REDUCE, Collective.BROADCAST, Collective.REDUCE);

  @Override
  public String name() {
    return "tree";
  }

  @Override
  public int pieces() {
    return 1;
  }

  @Override
  public void write(int die, Script script) {
    Tree tree = new Tree(dies);
    Range all = new Range(0, 1);
    if (collective != Collective.BROADCAST) {
      tree.reduce(die, number -> number, all, script);
    }
    if (collective != Collective.REDUCE) {
      tree.broadcast(die, number -> number, all, script);
    }
  }
}
