package vail.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.block.PayloadCoder;
import vail.block.ScalarPayload;
import vail.block.SymbolCounter;
import vail.code.BookClass;
import vail.code.Codebook;
import vail.testing.RandomBooks;

class VectorCounterTest {
  private final SplittableRandom random = new SplittableRandom(85);
  private final SymbolCounter plain = new ScalarPayload().counter();
  private final SymbolCounter vector = new VectorCounter();

  private byte[] symbols(int count) {
    byte[] symbols = new byte[count + PayloadCoder.SLACK];
    int zeros = random.nextInt(1, 10);
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (byte) (random.nextInt(zeros) == 0 ? random.nextInt(256) : 0);
    }
    return symbols;
  }

  /** B-06. */
  @Test
  void findsTheMeanThatPlainCountingFinds() {
    for (int round = 0; round < 200; round++) {
      int count = random.nextInt(1, 3000);
      byte[] symbols = symbols(count);
      assertEquals(plain.mean(symbols, count), vector.mean(symbols, count), "seed 85 " + count);
    }
  }

  /** B-25. */
  @Test
  void findsTheBitsThatPlainCountingFinds() {
    for (int round = 0; round < 200; round++) {
      int count = random.nextInt(1, 3000);
      int stride = random.nextInt(1, 9);
      byte[] symbols = symbols(count);
      Codebook book = RandomBooks.any(random, BookClass.values()[round % 2]);
      plain.sample(symbols, count, stride);
      vector.sample(symbols, count, stride);
      for (int bias : new int[] {0, 1, 254, random.nextInt(255)}) {
        assertEquals(
            plain.bits(book, bias), vector.bits(book, bias), "seed 85 " + count + " " + stride);
      }
    }
  }

  @Test
  void doesNotOverflowOnTheLargestBlockOfTheDearestSymbol() {
    byte[] symbols = new byte[65_536 + PayloadCoder.SLACK];
    Arrays.fill(symbols, (byte) 255);
    Codebook book = RandomBooks.of(random, BookClass.LONG, 14);
    plain.sample(symbols, 65_536, 1);
    vector.sample(symbols, 65_536, 1);

    assertEquals(255, vector.mean(symbols, 65_536));
    assertEquals(plain.bits(book, 0), vector.bits(book, 0));
  }
}
