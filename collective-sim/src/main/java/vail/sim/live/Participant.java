package vail.sim.live;

import java.util.HashMap;
import java.util.Map;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Shelf;
import vail.sim.bytes.Word;
import vail.sim.bytes.Word.Kind;

/**
 * What one die does about refreshes of its book: it reads, uses and forgets editions as it is told,
 * and says that it has done so. Told the same again, it changes nothing and says the same.
 */
final class Participant {
  /** Those in use and those on their way in or out. */
  private static final int MOST = 2;

  private final Shelf shelf;
  private final Map<Integer, Edition> editions = new HashMap<>();
  private int round;

  Participant(Edition first, Shelf shelf) {
    this.shelf = shelf;
    editions.put(first.number(), first);
  }

  /** The die has done a round; what it says of it. */
  Word report() {
    return Word.report(round++, shelf.tally().take());
  }

  /**
   * Does what it is told; the answer says what has become of it.
   *
   * @throws VailFormatException if it is to use what it does not have
   */
  Word hear(Word order) {
    return answer(
        order,
        switch (order.kind()) {
          case PREPARE -> prepare(order);
          case COMMIT -> commit(order);
          case ABORT -> forget(order, Kind.ABORTED);
          case RETIRE -> forget(order, Kind.RETIRED);
          case REPORT, PREPARED, REFUSED, COMMITTED, ABORTED, RETIRED ->
              throw new VailFormatException(Fault.BAD_FIELD, 0, order.kind() + " is no order");
        });
  }

  private Word answer(Word order, Kind kind) {
    return Word.of(kind, order.edition(), round);
  }

  private Kind prepare(Word order) {
    try {
      Edition next = new Edition(order.edition(), order.book());
      Edition known = editions.get(next.number());
      boolean fits =
          known == null ? editions.size() < MOST && !shelf.holds(next) : known.equals(next);
      if (!fits) {
        return Kind.REFUSED;
      }
      shelf.install(next);
      editions.put(next.number(), next);
      return Kind.PREPARED;
    } catch (VailFormatException e) {
      return Kind.REFUSED;
    }
  }

  private Kind commit(Word order) {
    Edition edition = editions.get(order.edition());
    if (edition == null) {
      throw new VailFormatException(
          Fault.CODEBOOK_UNKNOWN, 4, "edition %d was never shipped".formatted(order.edition()));
    }
    shelf.use(edition);
    return Kind.COMMITTED;
  }

  private Kind forget(Word order, Kind done) {
    Edition gone = editions.remove(order.edition());
    if (gone != null) {
      shelf.drop(gone);
    }
    return done;
  }
}
