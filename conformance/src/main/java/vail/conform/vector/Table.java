package vail.conform.vector;

import java.util.Arrays;

/** A distribution of symbols as whole weights, by name ({@code tables.json}). Immutable. */
public final class Table {
  /** No weight exceeds this, so sums stay far below 2^63. */
  public static final long MAX_WEIGHT = 1L << 40;

  private final String name;
  private final long[] weights;
  private final long[] upTo;

  /**
   * A table.
   *
   * @param name how recipes refer to it
   * @param weights of the 256 symbols, 0 to {@link #MAX_WEIGHT}, not all zero
   */
  public Table(String name, long... weights) {
    this.name = name;
    this.weights = weights.clone();
    this.upTo = weights.clone();
    if (weights.length != 256
        || Arrays.stream(weights).anyMatch(w -> w < 0 || w > MAX_WEIGHT)
        || Arrays.stream(weights).sum() == 0) {
      throw new IllegalArgumentException("table " + name + " has no 256 weights");
    }
    Arrays.parallelPrefix(upTo, Long::sum);
  }

  /** How recipes refer to it. */
  public String name() {
    return name;
  }

  /** The 256 weights. */
  public long[] weights() {
    return weights.clone();
  }

  /** The sum of all weights. */
  public long total() {
    return upTo[255];
  }

  /**
   * The least symbol for which the weights up to it add up to more than x.
   *
   * @param x 0 to {@link #total} - 1
   */
  public int symbol(long x) {
    int symbol = 0;
    while (upTo[symbol] <= x) {
      symbol++;
    }
    return symbol;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Table table
        && name.equals(table.name)
        && Arrays.equals(weights, table.weights);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
