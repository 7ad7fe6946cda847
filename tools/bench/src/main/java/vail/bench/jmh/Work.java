package vail.bench.jmh;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Symbols worked off and the processor time of the thread that did it, because the clock on the
 * wall also counts what other programs did meanwhile.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Work {
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private long symbols;
  private long since;

  /** Starts counting. */
  @Setup(Level.Iteration)
  public void start() {
    symbols = 0;
    since = THREAD.getCurrentThreadCpuTime();
  }

  /** Counts symbols that an operation has worked off. */
  void add(long more) {
    symbols += more;
  }

  /** Symbols a nanosecond of processor time since the start: GB/s. */
  public double gigabytesPerSecond() {
    return (double) symbols / (THREAD.getCurrentThreadCpuTime() - since);
  }
}
