package vail.cli.reproduce;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import vail.cli.reproduce.measure.Spread;

/** Numbers as the tables and pictures of this command show them. */
public final class Figures {
  /** Stands where there is no number. */
  public static final String NONE = "–";

  private Figures() {}

  /** Two digits after the point: points of raw size and percent. */
  public static String two(double value) {
    // Adding zero turns a negative zero, which rounds to "-0.00", into zero.
    return String.format(Locale.ROOT, "%.2f", Math.round(value * 100) / 100.0 + 0.0);
  }

  /** Three digits after the point: bits. */
  public static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** The same of a number there may not be. */
  public static String two(OptionalDouble value) {
    return value.isPresent() ? two(value.getAsDouble()) : NONE;
  }

  /** Median and worst. */
  public static String medianWorst(Optional<Spread> spread) {
    return spread.map(s -> two(s.median()) + " / " + two(s.worst())).orElse(NONE);
  }

  /** A count in groups of three digits. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A number for files: as many digits as the measurement is worth. */
  public static double rounded(double value) {
    return Math.round(value * 1e5) / 1e5;
  }
}
