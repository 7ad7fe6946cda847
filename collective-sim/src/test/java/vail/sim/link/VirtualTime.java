package vail.sim.link;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;

/** A clock that goes on only when nothing is left to do: one thread, one order, no waiting. */
public final class VirtualTime implements Timer, Executor {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
  private long now;
  private long count;

  private record Task(long due, long number, Runnable work) {}

  @Override
  public void after(long nanos, Runnable task) {
    tasks.add(new Task(now + nanos, count++, task));
  }

  @Override
  public void execute(Runnable task) {
    after(0, task);
  }

  /** Nanoseconds since it began. */
  public long now() {
    return now;
  }

  /**
   * Does all there is to do.
   *
   * @param most tasks; more are taken for an endless loop
   */
  public void run(int most) {
    for (int i = 0; !tasks.isEmpty(); i++) {
      if (i == most) {
        throw new IllegalStateException("no end after " + most + " tasks, at " + now);
      }
      Task next = tasks.remove();
      now = next.due;
      next.work.run();
    }
  }
}
