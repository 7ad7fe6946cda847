package vail.container;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * Jobs that run on a fixed number of threads and come out in the order they went in. No more than a
 * fixed number of jobs exist, which bounds memory; the caller's thread reads, writes and waits, and
 * runs the jobs as well if there is to be only one thread.
 *
 * @param <J> a job with its own memory, used again and again
 */
final class Window<J extends Runnable> implements AutoCloseable {
  /** What becomes of a job that has run. */
  @FunctionalInterface
  interface Outlet<J> {
    /** Called on the caller's thread, in order. */
    void accept(J job) throws IOException;
  }

  private record Running<J>(J job, FutureTask<?> done) {}

  private final Optional<ExecutorService> threads;
  private final Deque<Running<J>> running = new ArrayDeque<>();
  private final Deque<J> free = new ArrayDeque<>();
  private final Supplier<J> make;
  private final Outlet<J> outlet;
  private int unmade;

  /** Two jobs a thread are enough to keep it busy while others are read and written. */
  Window(int threadCount, Supplier<J> make, Outlet<J> outlet) {
    this.threads = threadCount == 1 ? Optional.empty() : Optional.of(pool(threadCount));
    this.unmade = 2 * threadCount;
    this.make = make;
    this.outlet = outlet;
  }

  private static ExecutorService pool(int threadCount) {
    return Executors.newFixedThreadPool(
        threadCount, Thread.ofPlatform().name("vail-", 0).daemon(true).factory());
  }

  /** A job that nobody uses; waits for the oldest to come out if there is none. */
  J take() throws IOException {
    if (free.isEmpty() && unmade > 0) {
      unmade--;
      return make.get();
    }
    if (free.isEmpty()) {
      finishOldest();
    }
    return free.pop();
  }

  /** Gives back a job that was taken for nothing. */
  void giveBack(J job) {
    free.push(job);
  }

  /** Starts a job. */
  void submit(J job) {
    FutureTask<?> done = new FutureTask<>(job, null);
    running.add(new Running<>(job, done));
    threads.ifPresentOrElse(pool -> pool.execute(done), done);
  }

  /** Waits until all jobs have come out. */
  void drain() throws IOException {
    while (!running.isEmpty()) {
      finishOldest();
    }
  }

  /** A job that failed stays the oldest: nothing behind it comes out, however often one asks. */
  private void finishOldest() throws IOException {
    Running<J> oldest = running.element();
    try {
      oldest.done().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException broken -> throw broken;
        case Error broken -> throw broken;
        case null, default -> throw new AssertionError("jobs throw nothing else", e);
      }
    }
    outlet.accept(oldest.job());
    running.remove();
    free.push(oldest.job());
  }

  /** What an interrupt becomes (F-23), whether it comes while waiting or within a channel. */
  static VailFormatException cancelled() {
    return new VailFormatException(Fault.CANCELLED, 0, "the calling thread was interrupted");
  }

  /** Ends the threads; after it no job runs and its memory may be freed. */
  @Override
  public void close() {
    threads.ifPresent(Window::end);
  }

  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = false;
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
