package vail.cli.reproduce.measure;

import vail.code.Histogram;

/** How far distributions lie from one another. */
public final class Divergence {
  private Divergence() {}

  /**
   * The Kullback-Leibler divergence of what was seen from what was expected, in bits a symbol: what
   * an ideal code for the expected costs above the entropy of the seen.
   *
   * @param expected a symbol that it has not met counts as met once, as in a book without escape
   */
  public static double bits(Histogram seen, Histogram expected) {
    double expectedTotal = 0;
    for (int symbol = 0; symbol < Histogram.SYMBOLS; symbol++) {
      expectedTotal += met(expected, seen, symbol);
    }
    double total = seen.total();
    double nats = 0;
    for (int symbol = 0; symbol < Histogram.SYMBOLS; symbol++) {
      if (seen.count(symbol) > 0) {
        double p = seen.count(symbol) / total;
        nats += p * Math.log(p * expectedTotal / met(expected, seen, symbol));
      }
    }
    return nats / Math.log(2);
  }

  private static double met(Histogram expected, Histogram seen, int symbol) {
    boolean unmet = expected.count(symbol) == 0 && seen.count(symbol) > 0;
    return unmet ? 1 : expected.count(symbol);
  }

  /**
   * Bits a symbol by which the entropy of a sample falls short of its source's, on average, by
   * chance alone: (m - 1) / (2 n ln 2), after Miller (1955).
   *
   * @param source whose m used symbols matter
   * @param sample its size n
   */
  public static double samplingNoise(Histogram source, long sample) {
    long used = java.util.Arrays.stream(source.counts()).filter(count -> count > 0).count();
    return sample == 0 ? 0 : Math.max(0, used - 1) / (2.0 * sample * Math.log(2));
  }
}
