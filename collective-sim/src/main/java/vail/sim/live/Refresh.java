package vail.sim.live;

import java.util.BitSet;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Word;
import vail.sim.bytes.Word.Kind;

/** A change of the book that is under way: what all dies were told last, and who has answered. */
final class Refresh {
  private final Edition old;
  private final Edition next;
  private final int dies;
  private final BitSet answered = new BitSet();
  private Kind order = Kind.PREPARE;
  private int lastRound;

  Refresh(Edition old, Edition next, int dies) {
    this.old = old;
    this.next = next;
    this.dies = dies;
  }

  Edition old() {
    return old;
  }

  Edition next() {
    return next;
  }

  /** What all were told last. */
  Kind order() {
    return order;
  }

  /** The last round in which a die may have coded with the old edition. */
  int lastRound() {
    return lastRound;
  }

  /** The word that tells them something. */
  Word tell(Kind what, int round) {
    order = what;
    answered.clear();
    return switch (what) {
      case PREPARE -> Word.prepare(next, round);
      case RETIRE -> Word.of(what, old.number(), round);
      default -> Word.of(what, next.number(), round);
    };
  }

  /** Takes an answer; true if it is the last one to what they were told last. */
  boolean isLast(int die, Word answer) {
    if (answer.kind() != expected() || answered.get(die)) {
      return false;
    }
    answered.set(die);
    lastRound = Math.max(lastRound, answer.round());
    return answered.cardinality() == dies;
  }

  private Kind expected() {
    return switch (order) {
      case PREPARE -> Kind.PREPARED;
      case COMMIT -> Kind.COMMITTED;
      case RETIRE -> Kind.RETIRED;
      default -> Kind.ABORTED;
    };
  }

  /** A die that has not answered yet. */
  int missing() {
    return answered.nextClearBit(0);
  }
}
