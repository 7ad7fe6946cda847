package vail.bridge.abi;

import java.util.LinkedHashMap;
import java.util.function.Function;
import vail.code.BookSet;

/**
 * The sessions of a library by set of books. Only the sets that were used last keep theirs, because
 * a session holds megabytes that the collector knows nothing of. Safe between threads.
 */
final class Sessions implements AutoCloseable {
  /** More sets than anybody uses in turn. */
  static final int KEPT = 16;

  private final Function<BookSet, Session> open;
  private final LinkedHashMap<BookSet, Session> kept = new LinkedHashMap<>(2 * KEPT, 0.75f, true);

  Sessions(Function<BookSet, Session> open) {
    this.open = open;
  }

  /** The session of a set, which is in use until it is given back. */
  synchronized Session take(BookSet books) {
    Session session = kept.get(books);
    if (session == null) {
      session = open.apply(books);
      kept.put(books, session);
    }
    session.enter();
    if (kept.size() > KEPT) {
      kept.pollFirstEntry().getValue().retire();
    }
    return session;
  }

  synchronized void giveBack(Session session) {
    session.leave();
  }

  /** Closes all, those in use as soon as they are given back. */
  @Override
  public synchronized void close() {
    kept.values().forEach(Session::retire);
    kept.clear();
  }
}
