package vail.sim.algo;

import java.util.Set;
import java.util.function.BiFunction;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;

/**
 * An algorithm for any count and arrangement of dies.
 *
 * @param name as users write it
 * @param does the collectives it does
 * @param maker makes one
 */
public record Family(
    String name, Set<Collective> does, BiFunction<Collective, Layout, Algorithm> maker) {
  /** Takes a copy of the set. */
  public Family {
    does = Set.copyOf(does);
  }

  /**
   * The algorithm for a collective among dies.
   *
   * @throws IllegalArgumentException if it does not do it
   */
  public Algorithm algorithm(Collective collective, Layout layout) {
    if (!does.contains(collective)) {
      throw new IllegalArgumentException("algorithm " + name + " does no " + collective);
    }
    return maker.apply(collective, layout);
  }
}
