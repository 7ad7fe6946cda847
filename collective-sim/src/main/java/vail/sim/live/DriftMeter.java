package vail.sim.live;

import vail.code.Codebook;
import vail.code.Histogram;

/**
 * Watches how far a book is from the values: an alarm that rings after several drifted rounds in a
 * row, and falls silent only when drift is well below where it began.
 */
final class DriftMeter {
  private final Upkeep.Limits limits;
  private int drifted;
  private boolean rings;

  DriftMeter(Upkeep.Limits limits) {
    this.limits = limits;
  }

  /** Bits a symbol that a book takes more than the entropy of what was counted; 0 of nothing. */
  static double excess(Codebook book, Histogram counts) {
    return counts.total() == 0
        ? 0
        : Math.max(0, (double) book.cost(counts) / counts.total() - counts.entropy());
  }

  /** Takes a round's excess; tells whether the alarm has just begun to ring. */
  boolean begins(double excess) {
    drifted = excess >= limits.alarm() ? drifted + 1 : 0;
    boolean before = rings;
    rings = rings ? excess >= limits.calm() : drifted >= limits.rounds();
    return rings && !before;
  }

  boolean rings() {
    return rings;
  }

  /** Begins anew: another book is used, or something was tried in vain. */
  void reset() {
    drifted = 0;
    rings = false;
  }
}
