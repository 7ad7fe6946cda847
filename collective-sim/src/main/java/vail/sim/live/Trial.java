package vail.sim.live;

import vail.sim.bytes.Blocks;
import vail.sim.bytes.Edition;

/** Holds a new edition against the old one on what follows. */
final class Trial {
  private final Edition old;
  private final Edition next;
  private final int after;
  private final Upkeep.Limits limits;
  private int rounds;
  private int worse;

  /** How it stands. */
  enum Verdict {
    OPEN,
    BETTER,
    WORSE
  }

  /** A trial of what is sent after the last round in which the old edition was used. */
  Trial(Refresh refresh, Upkeep.Limits limits) {
    old = refresh.old();
    next = refresh.next();
    after = refresh.lastRound();
    this.limits = limits;
  }

  Edition old() {
    return old;
  }

  /** The edition that was in use at the end of a round. */
  Edition usedIn(int round) {
    return round > after ? next : old;
  }

  /** Takes what was sent in a round. */
  Verdict judge(int round, Blocks sent) {
    if (round <= after) {
      return Verdict.OPEN;
    }
    double more = sent.excess(next.book()) - sent.excess(old.book());
    rounds++;
    worse = more > Coordinator.WORTH ? worse + 1 : 0;
    if (worse >= limits.rounds()) {
      return Verdict.WORSE;
    }
    return rounds >= limits.trial() && worse == 0 ? Verdict.BETTER : Verdict.OPEN;
  }
}
