package vail.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymbolStatsTest {
  private final SplittableRandom random = new SplittableRandom(31);

  private static int plainMean(byte[] symbols, int count) {
    long sum = 0;
    int nonZero = 0;
    for (int i = 0; i < count; i++) {
      sum += symbols[i] & 0xff;
      nonZero += symbols[i] != 0 ? 1 : 0;
    }
    return nonZero == 0 ? 0 : (int) (sum / nonZero);
  }

  @Test
  void findsTheMeanThatAddingOneByOneFinds() {
    for (int round = 0; round < 500; round++) {
      int count = random.nextInt(1, 3000);
      byte[] symbols = new byte[count + PayloadCoder.SLACK];
      int zeros = random.nextInt(1, 10);
      for (int i = 0; i < symbols.length; i++) {
        symbols[i] = (byte) (random.nextInt(zeros) == 0 ? random.nextInt(256) : 0);
      }
      assertEquals(plainMean(symbols, count), SymbolStats.mean(symbols, count), "seed 31");
    }
  }

  @Test
  void doesNotOverflowOnTheLargestBlockOfTheLargestSymbol() {
    byte[] symbols = new byte[65_536];
    Arrays.fill(symbols, (byte) 255);
    assertEquals(255, SymbolStats.mean(symbols, symbols.length));
  }

  @Test
  void samplesEveryStrideThGroupOf64() {
    byte[] symbols = new byte[64 * 5 + 3];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (byte) (i / 64);
    }
    int[] counts = new int[256];
    SymbolStats.sample(symbols, symbols.length, 5, counts);
    int[] expected = new int[256];
    expected[0] = 64;
    expected[5] = 3;
    assertArrayEquals(expected, counts);
  }

  @Test
  void seesOneOtherSymbolWhereverItStands() {
    byte[] symbols = new byte[100];
    assertTrue(SymbolStats.constant(symbols, 100));
    for (int i = 0; i < 100; i++) {
      symbols[i] = 1;
      assertFalse(SymbolStats.constant(symbols, 100), "symbol " + i);
      symbols[i] = 0;
    }
  }
}
