package vail.bench.measure;

import java.util.Arrays;

/**
 * What several measurements of the same say.
 *
 * @param median the middle one, or between the two in the middle
 * @param least the smallest
 * @param most the largest
 */
public record Spread(double median, double least, double most) {
  /**
   * Sums up.
   *
   * @throws IllegalArgumentException if there is nothing to sum up
   */
  public static Spread of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** Each value by the value of the same round. */
  public static Spread ofRatios(double[] values, double[] by) {
    double[] ratios = new double[Math.min(values.length, by.length)];
    Arrays.setAll(ratios, i -> values[i] / by[i]);
    return of(ratios);
  }

  /** The value that a share of all do not exceed; sorts the values. */
  static double quantile(double[] values, double share) {
    Arrays.sort(values);
    return values[(int) Math.min(values.length - 1L, (long) Math.ceil(share * values.length) - 1)];
  }
}
