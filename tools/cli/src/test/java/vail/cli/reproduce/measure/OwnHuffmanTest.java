package vail.cli.reproduce.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vail.code.Histogram;

class OwnHuffmanTest {
  @Test
  void givesRareSymbolsLongCodes() {
    // Lengths 1, 2, 3 and 3.
    assertEquals(8 + 2 * 4 + 3 * 2 + 3 * 1, OwnHuffman.bits(counts(8, 4, 2, 1)));
  }

  @Test
  void takesABitEachTimeForTheOnlySymbol() {
    assertEquals(7, OwnHuffman.bits(counts(0, 7)));
  }

  @Test
  void takesNothingForNothing() {
    assertEquals(0, OwnHuffman.bits(new Histogram()));
    assertEquals(0, OwnHuffman.tableBits(new Histogram()));
  }

  @Test
  void paysForTheTableFromTheFirstToTheLastSymbol() {
    assertEquals(16 + 4 * 3, OwnHuffman.tableBits(counts(0, 1, 0, 1)));
  }

  private static Histogram counts(long... first) {
    Histogram counts = new Histogram();
    for (int symbol = 0; symbol < first.length; symbol++) {
      counts.add(symbol, first[symbol]);
    }
    return counts;
  }
}
