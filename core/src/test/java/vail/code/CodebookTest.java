package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.testing.RandomBooks;

/** C-01 to C-06. */
class CodebookTest {
  private static int[] tiny() {
    int[] lengths = new int[CodeLengths.COUNT];
    lengths[1] = 2;
    lengths[5] = 1;
    lengths[9] = 3;
    lengths[CodeLengths.ESC] = 3;
    return lengths;
  }

  /** C-05: 5 is 0, 1 is 10, 9 is 110 and the escape 111, all read from the lowest bit on. */
  @Test
  void numbersCodesByLengthThenSymbolAndReversesThem() {
    Codebook book = Codebook.of(BookClass.SHORT, 0, tiny());
    assertEquals(0b0, book.code(5));
    assertEquals(0b01, book.code(1));
    assertEquals(0b011, book.code(9));
    assertEquals(0b111, book.code(CodeLengths.ESC));
    assertEquals(0, book.code(2));
  }

  @Test
  void givesEveryWindowExactlyOneCode() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 50; i++) {
      Codebook book = RandomBooks.any(random, BookClass.LONG);
      int[] fitting = new int[1 << 15];
      for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
        int length = book.length(symbol);
        for (int at = book.code(symbol); length > 0 && at < 1 << 15; at += 1 << length) {
          fitting[at]++;
        }
      }
      assertTrue(Arrays.stream(fitting).allMatch(codes -> codes == 1), "book " + i);
    }
  }

  @Test
  void chargesEscapedSymbolsTheirLiteral() {
    Codebook book = Codebook.of(BookClass.SHORT, 0, tiny());
    assertEquals(1, book.cost(5));
    assertEquals(11, book.cost(200));
    Histogram counts = new Histogram();
    counts.add(5, 10);
    counts.add(200, 2);
    assertEquals(32, book.cost(counts));
  }

  @Test
  void isAsEqualAsItsBytes() {
    Codebook book = Codebook.of(BookClass.SHORT, 0, tiny());
    assertEquals(Codebook.of(BookClass.SHORT, 0, tiny()), book);
    assertNotEquals(Codebook.of(BookClass.LONG, 0, tiny()), book);
    assertNotEquals(Codebook.of(BookClass.SHORT, 1, tiny()), book);
    assertEquals(Codebook.of(BookClass.SHORT, 0, tiny()).hashCode(), book.hashCode());
  }

  @Test
  void rejectsWhatNoFileCouldSay() {
    assertThrows(IllegalArgumentException.class, () -> Codebook.of(BookClass.SHORT, 256, tiny()));
    assertThrows(
        IllegalArgumentException.class, () -> Codebook.of(BookClass.SHORT, 0, new int[256]));
  }
}
