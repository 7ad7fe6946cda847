package vail.sim.live;

import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** Does things when they are due, in the order of their times, on a thread of its own. */
final class Pacer implements AutoCloseable {
  private final DelayQueue<Task> tasks = new DelayQueue<>();
  private final Thread thread;
  private long count;

  private record Task(long due, long number, Runnable work) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      Task task = (Task) other;
      int byTime = Long.compare(due - task.due, 0);
      return byTime != 0 ? byTime : Long.compare(number, task.number);
    }
  }

  Pacer() {
    thread = Thread.ofPlatform().daemon().name("vail-pacer").start(this::run);
  }

  /** Does it at a time of {@link System#nanoTime}; what must not take long. */
  synchronized void at(long due, Runnable work) {
    tasks.add(new Task(due, count++, work));
  }

  private void run() {
    try {
      while (true) {
        tasks.take().work.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
