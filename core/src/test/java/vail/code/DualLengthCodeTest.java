package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** C-21. */
class DualLengthCodeTest {
  @Test
  void givesTheEightMostFrequentSymbolsFourBitsAndTheRestNine() {
    Histogram counts = new Histogram();
    for (int symbol = 10; symbol < 30; symbol++) {
      counts.add(symbol, symbol < 20 ? 5 : 6);
    }
    Codebook book = DualLengthCode.of(counts);
    assertEquals(BookClass.SHORT, book.bookClass());
    assertEquals(1, book.length(CodeLengths.ESC));
    for (int symbol = 0; symbol < 256; symbol++) {
      assertEquals(symbol >= 20 && symbol < 28 ? 4 : 9, book.cost(symbol), "symbol " + symbol);
    }
  }

  @Test
  void takesTheLowestSymbolsWhereNothingWasSeen() {
    Codebook book = DualLengthCode.of(new Histogram());
    assertEquals(4, book.cost(7));
    assertEquals(9, book.cost(8));
    assertEquals(0, book.center());
  }
}
