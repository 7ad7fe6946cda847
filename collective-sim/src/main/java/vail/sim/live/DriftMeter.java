package vail.sim.live;

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
