package vail.cli;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * A bar that grows on one line of a terminal and is gone when the work is done. Safe to advance
 * from several threads.
 */
public final class Progress implements vail.container.Progress, LongConsumer, AutoCloseable {
  /** The total of work whose end is not known, as that on a pipe. */
  static final long UNKNOWN = Long.MAX_VALUE;

  private static final int CELLS = 24;
  private static final int LINE = 79;
  private static final long PAUSE_NANOS = 100_000_000;
  private static final String GREEN = "\033[32m";
  private static final String PLAIN = "\033[0m";

  private final Sink sink;
  private final String what;
  private final long total;
  private final Measure measure;
  private final boolean colour;
  private final long start = System.nanoTime();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong nextNanos = new AtomicLong(start + PAUSE_NANOS);

  private Progress(Sink sink, String what, long total, Measure measure, boolean colour) {
    this.sink = sink;
    this.what = what;
    this.total = Math.max(1, total);
    this.measure = measure;
    this.colour = colour;
  }

  private interface Sink {
    void show(String line);
  }

  /** What is counted. */
  enum Measure {
    BYTES,
    STEPS;

    private String words(long now, long total, double seconds) {
      return switch (this) {
        case BYTES -> Units.rate(now, seconds);
        case STEPS -> now + " of " + total;
      };
    }
  }

  /** Shows nothing. */
  public static Progress silent() {
    return new Progress(line -> {}, "", 1, Measure.BYTES, false);
  }

  /** Shows on a terminal, from a tenth of a second on. */
  static Progress on(PrintStream err, String what, long total, Measure measure, Terminal terminal) {
    return new Progress(
        line -> {
          err.print(line);
          err.flush();
        },
        what,
        total,
        measure,
        terminal.colour());
  }

  /** So many bytes or steps more are done. */
  @Override
  public void accept(long more) {
    long now = done.addAndGet(more);
    long time = System.nanoTime();
    long next = nextNanos.get();
    if (time - next >= 0 && nextNanos.compareAndSet(next, time + PAUSE_NANOS)) {
      sink.show("\r" + line(now, (time - start) / 1e9));
    }
  }

  @Override
  public void advance(long bytes) {
    accept(bytes);
  }

  /** Wipes the line. */
  @Override
  public void close() {
    if (nextNanos.get() != start + PAUSE_NANOS) {
      sink.show("\r" + " ".repeat(LINE) + "\r");
    }
  }

  /**
   * The bar as text, e.g. {@code encoding m.safetensors ████░░ 61 % 1.21 GB/s 3 s left}; only what
   * is done where the end is not known.
   */
  String line(long now, double seconds) {
    if (total == UNKNOWN) {
      String tail = "  " + Units.bytes(now) + "  " + Units.rate(now, seconds);
      String name = Units.clipped(what, LINE - tail.length());
      return name + tail + " ".repeat(LINE - name.length() - tail.length());
    }
    double share = Math.min(1, (double) now / total);
    int full = (int) (share * CELLS);
    String bar = "█".repeat(full) + "░".repeat(CELLS - full);
    String tail =
        " %3.0f %%  %s  %.0f s left"
            .formatted(
                share * 100,
                measure.words(now, total, seconds),
                share == 0 ? 0 : seconds * (1 - share) / share);
    String name = Units.clipped(what, Math.max(8, LINE - CELLS - tail.length() - 2));
    return (name + " " + (colour ? GREEN + bar + PLAIN : bar) + tail)
        + " ".repeat(Math.max(0, LINE - name.length() - 1 - CELLS - tail.length()));
  }
}
