package vail.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Lets a command that the user stops (Ctrl-C, SIGTERM) clear up what it has begun. */
final class Interruption {
  /** A command that does not listen is ended after this all the same. */
  private static final long PATIENCE_SECONDS = 3;

  private Interruption() {}

  /** Runs a command on this thread, which is interrupted when the process is to end. */
  static int run(IntSupplier command) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread worker = Thread.currentThread();
    Thread stopper = new Thread(() -> stop(worker, ended), "vail-stop");
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      return command.getAsInt();
    } finally {
      ended.countDown();
    }
  }

  /** Has nothing to wait for where the command itself has ended the process. */
  private static void stop(Thread worker, CountDownLatch ended) {
    if (ended.getCount() > 0) {
      worker.interrupt();
    }
    try {
      var _ = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
