package vail.bridge;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import vail.code.BookSet;

/**
 * What a backend keeps outside Java for each set of books. Only the sets that were used last keep
 * theirs, because it takes megabytes that the collector knows nothing of. Safe between threads.
 */
public final class PerBooks<T> implements AutoCloseable {
  /** More sets than anybody uses in turn. */
  static final int KEPT = 16;

  private final Function<BookSet, T> open;
  private final Consumer<T> close;
  private final LinkedHashMap<BookSet, T> kept = new LinkedHashMap<>(2 * KEPT, 0.75f, true);
  private final IdentityHashMap<T, Integer> users = new IdentityHashMap<>();

  /** Opens with one function and closes with the other. */
  public PerBooks(Function<BookSet, T> open, Consumer<T> close) {
    this.open = open;
    this.close = close;
  }

  /** What belongs to a set; it is in use until it is given back. */
  public synchronized T take(BookSet books) {
    T taken = kept.get(books);
    if (taken == null) {
      taken = open.apply(books);
      kept.put(books, taken);
    }
    users.merge(taken, 1, Integer::sum);
    if (kept.size() > KEPT) {
      retire(kept.pollFirstEntry().getValue());
    }
    return taken;
  }

  /** Ends a use. */
  public synchronized void giveBack(T taken) {
    users.computeIfPresent(taken, (same, count) -> count == 1 ? null : count - 1);
    if (!kept.containsValue(taken)) {
      retire(taken);
    }
  }

  /** Closes it now, or when the last user gives it back. */
  private void retire(T retired) {
    if (!users.containsKey(retired)) {
      close.accept(retired);
    }
  }

  /** Closes all, those in use as soon as they are given back. */
  @Override
  public synchronized void close() {
    kept.values().forEach(this::retire);
    kept.clear();
  }
}
