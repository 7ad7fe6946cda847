package vail.cli.sim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** The unit in which times are told: those of one sentence in the same, so that they compare. */
enum Scale {
  MICROSECONDS(1e6, "µs"),
  MILLISECONDS(1e9, "ms"),
  SECONDS(1e12, "s");

  /** In microseconds up to here, as the table has them. */
  private static final long MOST_MICROSECONDS = 100_000_000_000L;

  private static final long MOST_MILLISECONDS = 1_000_000_000_000L;

  private final double picoseconds;
  private final String symbol;

  Scale(double picoseconds, String symbol) {
    this.picoseconds = picoseconds;
    this.symbol = symbol;
  }

  /** The unit that suits the largest of the times of a sentence, in picoseconds. */
  static Scale of(long largest) {
    return largest < MOST_MICROSECONDS
        ? MICROSECONDS
        : largest < MOST_MILLISECONDS ? MILLISECONDS : SECONDS;
  }

  /** One time by itself. */
  static String alone(long time) {
    return of(time).words(time, time);
  }

  /** Two times, the words between them at {@code %s}. */
  static String both(String words, long one, long other) {
    long largest = Math.max(one, other);
    Scale scale = of(largest);
    return words.formatted(scale.words(one, largest), scale.words(other, largest));
  }

  /** With as many decimals as the largest time of the sentence has. */
  private String words(long time, long largest) {
    double value = time / picoseconds;
    String digits =
        value == 0 || value >= 0.1
            ? String.format(Locale.ROOT, largest / picoseconds >= 1000 ? "%.1f" : "%.3f", value)
            : BigDecimal.valueOf(value).round(new MathContext(3)).toPlainString();
    return digits + " " + symbol;
  }
}
