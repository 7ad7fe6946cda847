package vail.sim.event;

/** How long work waited for its turn: counts by power of two, in picoseconds. */
public final class Waits {
  private final long[] counts = new long[Long.SIZE + 1];
  private long total;
  private long longest;

  void add(long wait) {
    counts[Long.SIZE - Long.numberOfLeadingZeros(wait)]++;
    total += wait;
    longest = Math.max(longest, wait);
  }

  void add(Waits other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    total += other.total;
    longest = Math.max(longest, other.longest);
  }

  /** How much work waited from half of 2 to this power up to less than it; at 0, not at all. */
  public long count(int power) {
    return counts[power];
  }

  /** Picoseconds of all waits together. */
  public long total() {
    return total;
  }

  /** Picoseconds of the longest wait. */
  public long longest() {
    return longest;
  }
}
