package vail.bridge.opencl;

import java.util.EnumSet;
import java.util.Set;

/**
 * Layouts that blocks may have, a bit for each number that a head has for one.
 *
 * @param ofShort with short books
 * @param ofLong with long books
 */
record Layouts(int ofShort, int ofLong) {
  private static final int LANES = 7;
  private static final int MOST_LOG2 = 6;

  /** The most lanes of any, legal or not. */
  int mostLanes() {
    int log2 = 0;
    for (int rest = ofShort | ofLong; rest != 0; rest &= rest - 1) {
      log2 = Math.max(log2, Math.min(Integer.numberOfTrailingZeros(rest) & LANES, MOST_LOG2));
    }
    return 1 << log2;
  }

  /** Those that groups of them may be of, in the order of their kernels. */
  Set<Kind> kinds() {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (int rest = ofShort; rest != 0; rest &= rest - 1) {
      kinds.add(Kind.ofShort(Integer.numberOfTrailingZeros(rest)));
    }
    if (kinds.size() > 1 || ofLong != 0) {
      kinds.add(Kind.ANY);
    }
    return kinds;
  }
}
