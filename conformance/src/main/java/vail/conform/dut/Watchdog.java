package vail.conform.dut;

import java.time.Duration;

/** Ends a link when an answer is overdue: a blocked read cannot look at the clock itself. */
final class Watchdog implements AutoCloseable {
  private static final long TICK_MILLIS = 10;

  private final Thread thread;
  private Link link;
  private long deadline;
  private boolean armed;
  private boolean bitten;

  Watchdog(Link link) {
    this.link = link;
    this.thread = Thread.ofPlatform().daemon().name("vail-watchdog").start(this::watch);
  }

  /** From now on the link has this long. */
  synchronized void arm(Duration patience) {
    deadline = System.nanoTime() + patience.toNanos();
    armed = true;
  }

  /** The answer is there. */
  synchronized void disarm() {
    armed = false;
  }

  /** Whether it ended the link. */
  synchronized boolean bitten() {
    return bitten;
  }

  private void watch() {
    try {
      while (!check()) {
        Thread.sleep(TICK_MILLIS);
      }
    } catch (InterruptedException e) {
      // Closed: nobody waits any more.
    }
  }

  private boolean check() {
    synchronized (this) {
      if (!armed || System.nanoTime() - deadline < 0) {
        return false;
      }
      bitten = true;
    }
    link.kill();
    return true;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
