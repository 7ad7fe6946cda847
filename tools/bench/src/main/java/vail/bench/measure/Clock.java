package vail.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Tells time in nanoseconds from some start. */
@FunctionalInterface
public interface Clock {
  /** Now. */
  long nanos();

  /** The clock on the wall. */
  static Clock wall() {
    return System::nanoTime;
  }

  /** Processor time of the thread that asks: it does not count what other programs did. */
  static Clock thread() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads::getCurrentThreadCpuTime;
  }
}
