package vail.sim.event;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Threads that run a job together. No message takes less than a window, so within one no thread can
 * disturb another: all run a window, hand over their mail and go on to the next.
 */
final class Crew {
  private final Mail[] mails;
  private final Shard[] shards;
  private final long[] dues;
  private final long window;
  private final Barrier barrier;
  private final AtomicReference<Throwable> trouble = new AtomicReference<>();

  Crew(Mail[] mails, Shard[] shards, long window) {
    this.mails = mails;
    this.shards = shards;
    this.window = window;
    dues = new long[shards.length];
    barrier = new Barrier(shards.length);
  }

  /** Runs all to the end, this thread among them. */
  void run() {
    Thread[] others = new Thread[shards.length - 1];
    for (int i = 0; i < others.length; i++) {
      int shard = i + 1;
      others[i] = new Thread(() -> run(shard), "vail-sim-" + shard);
      others[i].setDaemon(true);
      others[i].start();
    }
    run(0);
    for (Thread other : others) {
      join(other);
    }
    switch (trouble.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  private void run(int shard) {
    attempt(shards[shard]::start);
    barrier.await();
    for (long due = nextDue(shard); due != EventQueues.NEVER; due = nextDue(shard)) {
      long horizon = due + window;
      attempt(() -> shards[shard].run(horizon));
      barrier.await();
    }
  }

  /** Takes what others have for a thread, and tells when the first event of all is due. */
  private long nextDue(int shard) {
    for (Mail mail : mails) {
      mail.outbox(shard).empty(mails[shard]);
    }
    dues[shard] = mails[shard].due();
    barrier.await();
    return trouble.get() == null
        ? Arrays.stream(dues).min().orElse(EventQueues.NEVER)
        : EventQueues.NEVER;
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      trouble.compareAndSet(null, e);
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
