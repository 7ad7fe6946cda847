package vail.bridge.opencl;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;

/** Places to work at, made when they are wanted and kept for the next call. For any thread. */
final class Workplaces implements AutoCloseable {
  private final ArrayBlockingQueue<Workplace> idle =
      new ArrayBlockingQueue<>(Portions.UNDER_WAY * Runtime.getRuntime().availableProcessors());
  private final Function<Owned, Workplace> make;

  /** What is made belongs to what is handed to {@code make}, also where that fails. */
  Workplaces(Function<Owned, Workplace> make) {
    this.make = make;
  }

  Workplace take() {
    Workplace kept = idle.poll();
    if (kept != null) {
      return kept;
    }
    Owned parts = new Owned();
    try {
      return make.apply(parts);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** Of a place that is well and has nothing to do. */
  void giveBack(Workplace place) {
    if (!idle.offer(place)) {
      place.close();
    }
  }

  @Override
  public void close() {
    idle.forEach(Workplace::close);
  }
}
