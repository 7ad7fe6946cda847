package vail.sim.algo;

import java.util.EnumSet;
import java.util.Set;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * Recursive halving, then doubling: log2 N steps a phase with the traffic of a ring. Partners are
 * far apart, so it wants links between all of them.
 */
record HalvingDoubling(Collective collective, int dies) implements Algorithm {
  static final Set<Collective> DOES =
      EnumSet.of(Collective.ALL_REDUCE, Collective.REDUCE_SCATTER, Collective.ALL_GATHER);

  @Override
  public String name() {
    return "halving_doubling";
  }

  @Override
  public int pieces() {
    return dies;
  }

  @Override
  public void write(int die, Script script) {
    Fold fold = new Fold(dies);
    if (fold.lends(die)) {
      lend(die, script);
      return;
    }
    if (fold.borrows(die)) {
      borrow(die, script);
    }
    if (collective != Collective.ALL_GATHER) {
      halve(fold, fold.place(die), script);
    }
    if (collective == Collective.ALL_REDUCE) {
      script.fence(all());
    }
    if (collective != Collective.REDUCE_SCATTER) {
      spread(fold, fold.place(die), script);
    }
    if (fold.borrows(die)) {
      giveBack(die, script);
    }
  }

  private static void halve(Fold fold, int place, Script script) {
    for (int half = fold.places() / 2; half > 0; half /= 2) {
      int mine = place & -half;
      int partner = fold.die(place ^ half);
      script.send(partner, fold.parts(mine ^ half, half));
      script.reduce(partner, fold.parts(mine, half));
    }
  }

  private static void spread(Fold fold, int place, Script script) {
    for (int half = 1; half < fold.places(); half *= 2) {
      int mine = place & -half;
      int partner = fold.die(place ^ half);
      script.send(partner, fold.parts(mine, half));
      script.store(partner, fold.parts(mine ^ half, half));
    }
  }

  private void lend(int die, Script script) {
    Range own = new Range(die, 1);
    script.send(die - 1, collective == Collective.ALL_GATHER ? own : all());
    if (collective == Collective.REDUCE_SCATTER) {
      script.store(die - 1, own);
    } else if (collective == Collective.ALL_REDUCE) {
      script.store(die - 1, all());
    } else {
      script.store(die - 1, new Range(0, die));
      script.store(die - 1, new Range(die + 1, dies - die - 1));
    }
  }

  private void borrow(int die, Script script) {
    if (collective == Collective.ALL_GATHER) {
      script.store(die + 1, new Range(die + 1, 1));
    } else {
      script.reduce(die + 1, all());
    }
  }

  private void giveBack(int die, Script script) {
    int other = die + 1;
    if (collective == Collective.REDUCE_SCATTER) {
      script.send(other, new Range(other, 1));
    } else if (collective == Collective.ALL_REDUCE) {
      script.send(other, all());
    } else {
      script.send(other, new Range(0, other));
      script.send(other, new Range(other + 1, dies - other - 1));
    }
  }

  private Range all() {
    return new Range(0, dies);
  }
}
