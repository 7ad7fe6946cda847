package vail.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** C-14. */
class PackageMergeTest {
  private static final long SEED = 14;

  @Test
  void agreesWithTheReferenceOnTiesAndOnEveryLimit() {
    Random random = new Random(SEED);
    for (int i = 0; i < 3_000; i++) {
      int limit = 1 + random.nextInt(15);
      int n = 2 + random.nextInt(Math.min(40, (1 << limit) - 1));
      long[] weights = weights(random, n, 1 + random.nextInt(30));
      String where = Arrays.toString(weights) + " limit " + limit + " seed " + SEED;
      assertArrayEquals(
          ReferencePackageMerge.lengths(weights, limit),
          PackageMerge.lengths(weights, limit),
          where);
    }
  }

  @Test
  void agreesWithTheReferenceOnAllSymbolsAtOnce() {
    Random random = new Random(SEED);
    for (int limit = 8; limit <= 15; limit++) {
      long[] weights = weights(random, 256, 40);
      assertArrayEquals(
          ReferencePackageMerge.lengths(weights, limit),
          PackageMerge.lengths(weights, limit),
          "limit " + limit + " seed " + SEED);
    }
  }

  @Test
  void costsAsLittleAsTheBestOfAllLengths() {
    Random random = new Random(SEED);
    for (int i = 0; i < 400; i++) {
      int limit = 2 + random.nextInt(4);
      int n = 2 + random.nextInt(Math.min(6, (1 << limit) - 1));
      long[] weights = weights(random, n, 1 + random.nextInt(8));
      int[] lengths = PackageMerge.lengths(weights, limit);
      String where = Arrays.toString(weights) + " limit " + limit + " seed " + SEED;
      assertEquals(1 << limit, kraft(lengths, limit), where);
      assertEquals(leastCost(weights, 0, 1 << limit, limit), cost(weights, lengths), where);
    }
  }

  @Test
  void neverSumsBeyondSixtyFourBits() {
    long[] weights = new long[256];
    Arrays.fill(weights, Histogram.COUNT_LIMIT);
    for (int limit = 8; limit <= 15; limit++) {
      int[] lengths = PackageMerge.lengths(weights, limit);
      assertArrayEquals(ReferencePackageMerge.lengths(weights, limit), lengths);
      assertEquals(8, lengths[255]);
    }
  }

  @Test
  void rejectsWhatHasNoCode() {
    assertThrows(IllegalArgumentException.class, () -> PackageMerge.lengths(new long[] {1}, 8));
    assertThrows(
        IllegalArgumentException.class, () -> PackageMerge.lengths(new long[] {3, 2, 1}, 1));
  }

  /** Positive weights in descending order, small enough for many ties if there are few bits. */
  private static long[] weights(Random random, int n, int bits) {
    long[] ascending = random.longs(n, 1, 1 + (1L << bits)).sorted().toArray();
    long[] weights = new long[n];
    Arrays.setAll(weights, i -> ascending[n - 1 - i]);
    return weights;
  }

  private static int kraft(int[] lengths, int limit) {
    return Arrays.stream(lengths).map(length -> 1 << limit - length).sum();
  }

  private static long cost(long[] weights, int[] lengths) {
    long cost = 0;
    for (int i = 0; i < weights.length; i++) {
      cost += weights[i] * lengths[i];
    }
    return cost;
  }

  /** Tries every length for every weight that the code space left (in 2^-limit) allows. */
  private static long leastCost(long[] weights, int from, int space, int limit) {
    if (from == weights.length) {
      return 0;
    }
    long least = Long.MAX_VALUE / 2;
    for (int length = 1; length <= limit; length++) {
      int left = space - (1 << limit - length);
      if (left >= 0) {
        long rest = leastCost(weights, from + 1, left, limit);
        least = Math.min(least, weights[from] * length + rest);
      }
    }
    return least;
  }
}
