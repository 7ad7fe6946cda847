package vail.code;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Comparator;

/**
 * How often each of the 256 symbols occurs. Mutable while counting, so it belongs to one thread;
 * histograms of several threads or shards are added up.
 */
public final class Histogram {
  /** Symbols of the alphabet. */
  public static final int SYMBOLS = 256;

  /** Counts stay below this, so that training's weights and costs fit 64 bits (C-12). */
  public static final long COUNT_LIMIT = 1L << 48;

  /** Symbols that are counted in 32 bits before they are added up in 64. */
  private static final long PIECE = 1L << 30;

  private final long[] counts = new long[SYMBOLS];

  /** All counts zero. */
  public Histogram() {}

  /**
   * A histogram with given counts.
   *
   * @throws IllegalArgumentException unless there are 256 counts in 0 to 2^48 - 1
   */
  public static Histogram of(long... counts) {
    if (counts.length != SYMBOLS) {
      throw new IllegalArgumentException("a histogram has 256 counts, not " + counts.length);
    }
    Histogram histogram = new Histogram();
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      histogram.add(symbol, counts[symbol]);
    }
    return histogram;
  }

  /** The symbols of a segment, one a byte. */
  public static Histogram of(MemorySegment symbols) {
    Histogram histogram = new Histogram();
    histogram.add(symbols);
    return histogram;
  }

  /** Counts a symbol a number of times more. */
  public void add(int symbol, long times) {
    if (times < 0 || times >= COUNT_LIMIT - counts[symbol]) {
      throw new IllegalArgumentException(
          "symbol " + symbol + " would leave the counts of 0 to 2^48 - 1");
    }
    counts[symbol] += times;
  }

  /** Counts the symbols of a segment, one a byte. */
  public void add(MemorySegment symbols) {
    for (long at = 0; at < symbols.byteSize(); at += PIECE) {
      addPiece(symbols.asSlice(at, Math.min(PIECE, symbols.byteSize() - at)));
    }
  }

  /** Neighbours count into different tables: equal ones would wait for each other. */
  private void addPiece(MemorySegment symbols) {
    int size = (int) symbols.byteSize();
    int[] even = new int[SYMBOLS];
    int[] odd = new int[SYMBOLS];
    for (int i = 0; i + 1 < size; i += 2) {
      even[symbols.get(ValueLayout.JAVA_BYTE, i) & 0xff]++;
      odd[symbols.get(ValueLayout.JAVA_BYTE, i + 1) & 0xff]++;
    }
    if (size % 2 == 1) {
      even[symbols.get(ValueLayout.JAVA_BYTE, size - 1) & 0xff]++;
    }
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      add(symbol, even[symbol] + odd[symbol]);
    }
  }

  /** Counts all that another histogram has counted. */
  public void add(Histogram other) {
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      add(symbol, other.counts[symbol]);
    }
  }

  /** How often a symbol occurred. */
  public long count(int symbol) {
    return counts[symbol];
  }

  /** The 256 counts. */
  public long[] counts() {
    return counts.clone();
  }

  /** All 256 symbols by descending count, on equal count the lower symbol first. */
  public int[] symbolsByCount() {
    Integer[] order = new Integer[SYMBOLS];
    Arrays.setAll(order, symbol -> symbol);
    Comparator<Integer> descending = Comparator.comparingLong(symbol -> -counts[symbol]);
    Arrays.sort(order, descending.thenComparing(Comparator.naturalOrder()));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** Symbols counted. */
  public long total() {
    return Arrays.stream(counts).sum();
  }

  /** Shannon's entropy in bits a symbol; 0 for an empty histogram. */
  public double entropy() {
    double total = total();
    double bits = 0;
    for (long count : counts) {
      bits -= count == 0 ? 0 : count / total * Math.log(count / total);
    }
    return bits / Math.log(2) + 0.0;
  }

  /** floor(mean of the symbols from 1 on), 0 if there are none: a book's centre (C-18). */
  public int center() {
    long weighted = 0;
    long nonZero = 0;
    for (int symbol = 1; symbol < SYMBOLS; symbol++) {
      weighted += symbol * counts[symbol];
      nonZero += counts[symbol];
    }
    return nonZero == 0 ? 0 : (int) (weighted / nonZero);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Histogram histogram && Arrays.equals(counts, histogram.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }
}
