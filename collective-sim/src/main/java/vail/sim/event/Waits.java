package vail.sim.event;

import java.util.Arrays;

/** How long work waited for its turn: counts by power of two, in picoseconds. */
public final class Waits {
  private final long[] counts = new long[Long.SIZE + 1];
  private long longest;

  void add(long wait) {
    counts[Long.SIZE - Long.numberOfLeadingZeros(wait)]++;
    longest = Math.max(longest, wait);
  }

  /** Adds all waits of another. */
  public void add(Waits other) {
    add(other, 1);
  }

  /** The same, each so many times. */
  void add(Waits other, int times) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += times * other.counts[i];
    }
    longest = Math.max(longest, other.longest);
  }

  /** Picoseconds that so large a share of the work waited at most; up to twice too much. */
  public long atMost(double share) {
    long all = Arrays.stream(counts).sum();
    long sum = 0;
    for (int power = 0; power < Long.SIZE - 1; power++) {
      sum += counts[power];
      if (sum >= share * all) {
        return Math.min(longest, (1L << power) - 1);
      }
    }
    return longest;
  }

  /** Picoseconds of the longest wait. */
  public long longest() {
    return longest;
  }
}
