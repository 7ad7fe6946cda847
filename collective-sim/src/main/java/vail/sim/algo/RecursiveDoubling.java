package vail.sim.algo;

import java.util.EnumSet;
import java.util.Set;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * All data to a partner twice as far away each time: the fewest steps, log2 N, and most traffic.
 */
record RecursiveDoubling(Collective collective, int dies) implements Algorithm {
  static final Set<Collective> DOES = EnumSet.of(Collective.ALL_REDUCE);

  @Override
  public String name() {
    return "recursive_doubling";
  }

  @Override
  public int pieces() {
    return 1;
  }

  @Override
  public void write(int die, Script script) {
    Fold fold = new Fold(dies);
    Range all = new Range(0, 1);
    if (fold.lends(die)) {
      script.send(die - 1, all);
      script.store(die - 1, all);
      return;
    }
    if (fold.borrows(die)) {
      script.reduce(die + 1, all);
    }
    int place = fold.place(die);
    for (int far = 1; far < fold.places(); far *= 2) {
      script.send(fold.die(place ^ far), all);
      script.reduce(fold.die(place ^ far), all);
    }
    if (fold.borrows(die)) {
      script.send(die + 1, all);
    }
  }
}
