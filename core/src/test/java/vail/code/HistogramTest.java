package vail.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** C-12. */
class HistogramTest {
  private static final long SEED = 12;

  @Test
  void countsEverySymbolOfASegment() {
    Random random = new Random(SEED);
    for (int size : new int[] {0, 1, 2, 3, 255, 256, 10_001}) {
      byte[] symbols = new byte[size];
      random.nextBytes(symbols);
      long[] expected = new long[256];
      for (byte symbol : symbols) {
        expected[symbol & 0xff]++;
      }
      assertArrayEquals(
          expected, Histogram.of(MemorySegment.ofArray(symbols)).counts(), "seed " + SEED);
    }
  }

  @Test
  void addsUpShardsToTheWhole() {
    byte[] symbols = new byte[5000];
    new Random(SEED).nextBytes(symbols);
    MemorySegment all = MemorySegment.ofArray(symbols);
    Histogram sum = Histogram.of(all.asSlice(0, 1234));
    sum.add(Histogram.of(all.asSlice(1234)));
    assertEquals(Histogram.of(all), sum);
    assertEquals(5000, sum.total());
    sum.add(7, 1);
    assertNotEquals(Histogram.of(all), sum);
  }

  @Test
  void keepsCountsBelowTwoToThe48() {
    Histogram histogram = new Histogram();
    histogram.add(3, Histogram.COUNT_LIMIT - 1);
    assertThrows(IllegalArgumentException.class, () -> histogram.add(3, 1));
    assertThrows(IllegalArgumentException.class, () -> histogram.add(4, -1));
    assertThrows(IllegalArgumentException.class, () -> histogram.add(4, Long.MAX_VALUE));
    assertEquals(Histogram.COUNT_LIMIT - 1, histogram.count(3));
    assertThrows(IllegalArgumentException.class, () -> Histogram.of(new long[255]));
  }

  @Test
  void doesNotShareItsCounts() {
    long[] counts = new long[256];
    Histogram histogram = Histogram.of(counts);
    counts[0] = 1;
    histogram.counts()[0] = 2;
    assertEquals(0, histogram.count(0));
  }

  @Test
  void ordersSymbolsByCountThenBySymbol() {
    Histogram histogram = new Histogram();
    histogram.add(200, 5);
    histogram.add(100, 5);
    histogram.add(255, 9);
    int[] order = histogram.symbolsByCount();
    assertArrayEquals(new int[] {255, 100, 200, 0, 1}, Arrays.copyOf(order, 5));
    assertEquals(254, order[255]);
  }

  @Test
  void knowsItsEntropy() {
    Histogram histogram = new Histogram();
    assertEquals(0.0, histogram.entropy());
    histogram.add(0, 10);
    assertEquals(0.0, histogram.entropy());
    histogram.add(1, 10);
    histogram.add(2, 20);
    assertEquals(1.5, histogram.entropy(), 1e-12);
  }

  /** C-18: 32,640 times 2^48 still fits. */
  @Test
  void centersTheLargestCounts() {
    long[] counts = new long[256];
    Arrays.fill(counts, Histogram.COUNT_LIMIT - 1);
    assertEquals(128, Histogram.of(counts).center());
  }
}
