package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodebookTrainerTest {
  private static final long SEED = 13;

  private static Histogram counts(Map<Integer, Long> counts) {
    Histogram histogram = new Histogram();
    counts.forEach(histogram::add);
    return histogram;
  }

  private static List<Integer> lengths(Codebook book) {
    return IntStream.range(0, CodeLengths.COUNT).map(book::length).boxed().toList();
  }

  private static void assertLengths(Map<Integer, Integer> expected, Codebook book) {
    List<Integer> lengths = new ArrayList<>(Collections.nCopies(CodeLengths.COUNT, 0));
    expected.forEach(lengths::set);
    assertEquals(lengths, lengths(book));
  }

  /** C-13: K = 1 costs 5 + 4 + 8·4 = 41 bits, K = 2 costs 5 + 2·3 + 2·1 + 8·1 = 21. */
  @Test
  void keepsASymbolThatPaysForItsCode() {
    Histogram counts = counts(Map.of(7, 5L, 9, 3L));
    assertLengths(Map.of(7, 1, 9, 2, 256, 2), CodebookTrainer.train(counts, LengthLimit.SHORT));
  }

  /** C-13: the weight of the escape counts what it stands for. */
  @Test
  void leavesRareSymbolsToTheEscape() {
    Histogram counts = counts(Map.of(0, 1L << 40));
    for (int symbol = 1; symbol < 256; symbol++) {
      counts.add(symbol, 1);
    }
    assertLengths(Map.of(0, 1, 256, 1), CodebookTrainer.train(counts, LengthLimit.SHORT));
  }

  @Test
  void givesEverySymbolACodeWhereThereIsTimeForOneTreeOnly() {
    Histogram counts = counts(Map.of(7, 5L, 9, 3L, 30, 1L));
    assertLengths(
        Map.of(7, 1, 9, 2, 30, 3, 256, 3), CodebookTrainer.trainOnce(counts, LengthLimit.LONG));
    for (int symbol = 0; symbol < 256; symbol++) {
      counts.add(symbol, 1000 / (symbol + 1));
    }
    Codebook best = CodebookTrainer.train(counts, LengthLimit.LONG);
    Codebook once = CodebookTrainer.trainOnce(counts, LengthLimit.LONG);

    assertTrue(best.cost(counts) <= once.cost(counts));
    assertTrue(once.cost(counts) < 1.01 * best.cost(counts));
    assertEquals(
        CodebookTrainer.train(new Histogram(), LengthLimit.SHORT),
        CodebookTrainer.trainOnce(new Histogram(), LengthLimit.SHORT));
  }

  /** C-15: of equal weights, the lower symbol gets the shorter code, the escape the longest. */
  @Test
  void breaksTiesBySymbol() {
    Histogram counts = counts(Map.of(3, 1L, 5, 1L, 200, 1L, 201, 1L));
    assertLengths(
        Map.of(3, 2, 5, 2, 200, 2, 201, 3, 256, 3),
        CodebookTrainer.train(counts, LengthLimit.SHORT));
  }

  /** C-16. */
  @Test
  void givesABookWithoutCounts() {
    for (int bits = 8; bits <= 15; bits++) {
      Codebook book = CodebookTrainer.train(new Histogram(), new LengthLimit(BookClass.LONG, bits));
      assertLengths(Map.of(0, 1, 256, 1), book);
      assertEquals(0, book.center());
    }
  }

  @Test
  void givesOneSymbolOneBit() {
    Codebook book = CodebookTrainer.train(counts(Map.of(77, 1L)), LengthLimit.SHORT);
    assertLengths(Map.of(77, 1, 256, 1), book);
    assertEquals(77, book.center());
  }

  /** C-17: 255 codes and an escape cost more than 256 codes. */
  @Test
  void dropsTheEscapeWhereAllSymbolsAreCommon() {
    long[] counts = new long[256];
    Arrays.fill(counts, 1000);
    assertFalse(CodebookTrainer.train(Histogram.of(counts), LengthLimit.LONG).hasEscape());
    LengthLimit eight = new LengthLimit(BookClass.LONG, 8);
    assertTrue(CodebookTrainer.train(Histogram.of(counts), eight).hasEscape());
    assertTrue(CodebookTrainer.train(Histogram.of(counts), LengthLimit.SHORT).hasEscape());
  }

  /** C-12, C-16: no cost leaves 64 bits. */
  @Test
  void takesTheLargestCounts() {
    long[] counts = new long[256];
    Arrays.fill(counts, Histogram.COUNT_LIMIT - 1);
    for (int bits = 8; bits <= 15; bits++) {
      assertAgrees(Histogram.of(counts), new LengthLimit(BookClass.LONG, bits), "largest counts");
    }
  }

  /** C-18. */
  @Test
  void centersOnTheSymbolsThatAreNotZero() {
    Histogram counts = counts(Map.of(0, 1000L, 10, 1L, 13, 2L));
    assertEquals(12, CodebookTrainer.train(counts, LengthLimit.SHORT).center());
  }

  /** C-13 to C-17. */
  @Test
  void agreesWithTheReference() {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      Histogram counts = new Histogram();
      int bound = 1 + random.nextInt(3) * random.nextInt(1000);
      double spread = 0.5 + random.nextInt(60);
      for (int symbols = random.nextInt(30); symbols >= 0; symbols--) {
        counts.add((int) (128 + spread * random.nextDouble(-2, 2)), random.nextInt(bound + 1));
      }
      LengthLimit limit =
          i % 9 == 8 ? LengthLimit.SHORT : new LengthLimit(BookClass.LONG, 8 + i % 9);
      assertAgrees(counts, limit, limit + " case " + i + " seed " + SEED);
    }
  }

  private static void assertAgrees(Histogram counts, LengthLimit limit, String where) {
    assertEquals(
        ReferenceTrainer.lengths(counts, limit.bookClass(), limit.bits()),
        lengths(CodebookTrainer.train(counts, limit)),
        where);
  }

  @Test
  void knowsNoLimitUnderWhichCodesDoNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new LengthLimit(BookClass.SHORT, 9));
    assertThrows(IllegalArgumentException.class, () -> new LengthLimit(BookClass.LONG, 7));
    assertThrows(IllegalArgumentException.class, () -> new LengthLimit(BookClass.LONG, 16));
  }
}
