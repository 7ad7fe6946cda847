package vail.sim.algo;

import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;

/** The algorithms there are. */
public final class Algorithms {
  private Algorithms() {}

  /** One ring, each die sending to the next. */
  public static Algorithm ring(Collective collective, int dies) {
    return new Ring(collective, dies);
  }
}
