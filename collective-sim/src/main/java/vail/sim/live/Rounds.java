package vail.sim.live;

import java.util.Optional;
import vail.sim.bytes.Lanes;

/** What dies do one time after the other, over the same links: one schedule, other values. */
public interface Rounds {
  /** How many there are, 1 or more. */
  int count();

  /**
   * The values of a round, the same ones each time; not asked for any more once it is {@link
   * #ended}.
   */
  Lanes lanes(int round);

  /** A round has ended at all dies; the next begins when this returns. */
  default void ended(int round, long nanos) {}

  /** Who keeps books fit for the values of all rounds, where anybody does. */
  default Optional<Upkeep> upkeep() {
    return Optional.empty();
  }

  /** One round. */
  static Rounds once(Lanes values) {
    return new Rounds() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public Lanes lanes(int round) {
        return values;
      }
    };
  }
}
