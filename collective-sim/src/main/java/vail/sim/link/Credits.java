package vail.sim.link;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.function.LongConsumer;

/**
 * Bytes that may be on a link at once, so that a slow node slows those who send to it and nobody's
 * memory fills. A parcel larger than all credit goes alone.
 */
final class Credits {
  private final long window;
  private final LongConsumer watch;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private long used;

  private record Waiting(long bytes, Promise<Void> turn) {}

  /**
   * So many bytes at once.
   *
   * @param watch is told how many there are whenever that changes
   */
  Credits(long window, LongConsumer watch) {
    this.window = window;
    this.watch = watch;
  }

  /** Completes when so many bytes may go; in the order of the calls. */
  Future<Void> take(long bytes) {
    Promise<Void> turn = Promise.promise();
    synchronized (this) {
      if (!waiting.isEmpty() || !fits(bytes)) {
        waiting.add(new Waiting(bytes, turn));
        return turn.future();
      }
      use(bytes);
    }
    return Future.succeededFuture();
  }

  /** Gives bytes back that have been taken in at the other end. */
  void give(long bytes) {
    ArrayDeque<Promise<Void>> turns = new ArrayDeque<>();
    synchronized (this) {
      use(-bytes);
      while (!waiting.isEmpty() && fits(waiting.getFirst().bytes)) {
        use(waiting.getFirst().bytes);
        turns.add(waiting.removeFirst().turn);
      }
    }
    turns.forEach(Promise::complete);
  }

  private void use(long bytes) {
    used += bytes;
    watch.accept(used);
  }

  private boolean fits(long bytes) {
    return used == 0 || used + bytes <= window;
  }

  /** Lets all that wait fail, as nothing will ever be given back. */
  void fail(Throwable why) {
    ArrayDeque<Waiting> left;
    synchronized (this) {
      left = new ArrayDeque<>(waiting);
      waiting.clear();
    }
    left.forEach(each -> each.turn.fail(why));
  }
}
