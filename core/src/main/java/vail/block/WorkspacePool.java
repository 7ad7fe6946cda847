package vail.block;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/** Scratch that is kept between calls, one piece for each thread that is in a call at once. */
final class WorkspacePool<T> {
  private final Supplier<T> fresh;
  private final ArrayBlockingQueue<T> idle =
      new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

  WorkspacePool(Supplier<T> fresh) {
    this.fresh = fresh;
  }

  T take() {
    T kept = idle.poll();
    return kept != null ? kept : fresh.get();
  }

  /** Keeps a piece for later, or lets it go when enough are idle. */
  void giveBack(T workspace) {
    idle.offer(workspace);
  }
}
