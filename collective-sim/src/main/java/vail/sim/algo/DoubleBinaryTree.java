package vail.sim.algo;

import java.util.EnumSet;
import java.util.Set;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * Two binary trees with half of the data each; who is a leaf in one is not in the other, so that
 * all dies send about as much.
 */
record DoubleBinaryTree(Collective collective, int dies) implements Algorithm {
  static final Set<Collective> DOES = EnumSet.of(Collective.ALL_REDUCE);

  @Override
  public String name() {
    return "double_tree";
  }

  @Override
  public int pieces() {
    return 2;
  }

  @Override
  public void write(int die, Script script) {
    Tree tree = new Tree(dies);
    for (int half = 0; half < 2; half++) {
      Range range = new Range(half, 1);
      script.channel(half);
      int number = half == 0 ? die : other(die);
      Tree.Naming naming = half == 0 ? n -> n : this::back;
      tree.reduce(number, naming, range, script);
      tree.broadcast(number, naming, range, script);
    }
  }

  /** A die's number in the second tree: mirrored, or shifted by one where the middle would stay. */
  private int other(int die) {
    return dies % 2 == 0 ? dies - 1 - die : Math.floorMod(die - 1, dies);
  }

  private int back(int number) {
    return dies % 2 == 0 ? dies - 1 - number : (number + 1) % dies;
  }
}
