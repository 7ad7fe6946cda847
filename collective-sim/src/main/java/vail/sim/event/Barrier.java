package vail.sim.event;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where threads wait for each other many thousand times a second: they look again before they
 * sleep.
 */
final class Barrier {
  private static final int LOOKS = 2000;

  private final int parties;
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile int generation;

  Barrier(int parties) {
    this.parties = parties;
  }

  /** Waits until all have come. Where there are more threads than processors, others may run. */
  @SuppressWarnings("ThreadPriorityCheck")
  void await() {
    int mine = generation;
    if (arrived.incrementAndGet() == parties) {
      arrived.set(0);
      generation = mine + 1;
      return;
    }
    for (int look = 0; generation == mine; look++) {
      if (look < LOOKS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }
}
