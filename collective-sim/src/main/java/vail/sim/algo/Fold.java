package vail.sim.algo;

import vail.sim.plan.Range;

/**
 * Any count of dies as a power of two of places: where there are too many dies, the first ones
 * share a place in pairs. The first of a pair takes part, the second lends it its data.
 *
 * @param dies all of them
 */
record Fold(int dies) {
  /** Places: the largest power of two that is not more than the dies. */
  int places() {
    return Integer.highestOneBit(dies);
  }

  private int pairs() {
    return dies - places();
  }

  /** The place of a die. */
  int place(int die) {
    return die < 2 * pairs() ? die / 2 : die - pairs();
  }

  /** The die that takes part at a place. */
  int die(int place) {
    return place < pairs() ? 2 * place : place + pairs();
  }

  /** Whether a die lends its data to the one before. */
  boolean lends(int die) {
    return die < 2 * pairs() && die % 2 == 1;
  }

  /** Whether a die takes part for the one after as well. */
  boolean borrows(int die) {
    return die < 2 * pairs() && die % 2 == 0;
  }

  /** The parts of the dies at so many places from one on. */
  Range parts(int place, int count) {
    return new Range(die(place), die(place + count) - die(place));
  }
}
