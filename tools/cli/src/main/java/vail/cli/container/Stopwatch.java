package vail.cli.container;

import java.util.concurrent.atomic.LongAdder;

/** The time that some calls take, all together. Safe between threads. */
final class Stopwatch {
  private final LongAdder nanos = new LongAdder();

  void time(Runnable call) {
    long start = System.nanoTime();
    try {
      call.run();
    } finally {
      nanos.add(System.nanoTime() - start);
    }
  }

  double seconds() {
    return nanos.sum() / 1e9;
  }
}
