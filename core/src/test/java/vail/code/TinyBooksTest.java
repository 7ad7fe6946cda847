package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/** All 117,649 books over 6 items and lengths 0 to 6 (C-03 to C-05, C-07, C-08). */
class TinyBooksTest {
  private static final int LONGEST = 6;
  private static final int BOOKS = 117_649;
  private static final int COMPLETE = 1_245;
  private static final int OVERSUBSCRIBED = 38_155;

  /** With two codes or more, with one code, and with none. */
  private static final int INCOMPLETE = 78_212 + 36 + 1;

  /** Complete codes of which one given item, here the escape, is no part. */
  private static final int COMPLETE_WITHOUT_ESCAPE = 180;

  /** C-01, C-03, C-04, F-10, F-11, F-13. */
  @Test
  void areLegalOrHaveTheOneFaultThatFitsThem() {
    Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    int legal = 0;
    for (int number = 0; number < BOOKS; number++) {
      int[] lengths = lengths(number, 0, 7, 100, 254, 255, CodeLengths.ESC);
      Optional<Fault> fault = expected(lengths);
      if (fault.isPresent()) {
        faults.merge(fault.get(), 1, Integer::sum);
        assertFaults(fault.get(), lengths);
      } else {
        legal++;
        assertCodesFillTheSpace(CodebookBytes.read(bytes(lengths)), lengths);
      }
    }
    assertEquals(COMPLETE - COMPLETE_WITHOUT_ESCAPE, legal);
    assertEquals(OVERSUBSCRIBED, faults.get(Fault.CODEBOOK_OVERSUBSCRIBED));
    assertEquals(INCOMPLETE, faults.get(Fault.CODEBOOK_INCOMPLETE));
    assertEquals(COMPLETE_WITHOUT_ESCAPE, faults.get(Fault.CODEBOOK_SHAPE));
  }

  /** C-04: 250 symbols have no code and no way to be said. */
  @Test
  @Tag("thorough")
  void areNeverLegalWithoutAnEscape() {
    int complete = 0;
    for (int number = 0; number < BOOKS; number++) {
      int[] lengths = lengths(number, 0, 1, 2, 3, 4, 5);
      Fault fault = expected(lengths).orElseThrow();
      complete += fault == Fault.CODEBOOK_SHAPE ? 1 : 0;
      assertFaults(fault, lengths);
    }
    assertEquals(COMPLETE, complete);
  }

  private static int[] lengths(int number, int... items) {
    int[] lengths = new int[CodeLengths.COUNT];
    int rest = number;
    for (int item : items) {
      lengths[item] = rest % (LONGEST + 1);
      rest /= LONGEST + 1;
    }
    return lengths;
  }

  private static Optional<Fault> expected(int[] lengths) {
    int kraft = 0;
    for (int length : lengths) {
      kraft += length == 0 ? 0 : 1 << LONGEST - length;
    }
    if (kraft > 1 << LONGEST) {
      return Optional.of(Fault.CODEBOOK_OVERSUBSCRIBED);
    }
    if (kraft < 1 << LONGEST) {
      return Optional.of(Fault.CODEBOOK_INCOMPLETE);
    }
    return lengths[CodeLengths.ESC] == 0 ? Optional.of(Fault.CODEBOOK_SHAPE) : Optional.empty();
  }

  /** C-07, written once more. */
  private static MemorySegment bytes(int[] lengths) {
    byte[] bytes = new byte[135];
    System.arraycopy("VBK1".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      bytes[6 + symbol / 2] += (byte) (symbol % 2 == 0 ? lengths[symbol] : 16 * lengths[symbol]);
    }
    return MemorySegment.ofArray(bytes);
  }

  private static void assertFaults(Fault expected, int[] lengths) {
    assertEquals(
        expected,
        assertThrows(VailFormatException.class, () -> CodebookBytes.read(bytes(lengths))).fault());
  }

  /** Each value of a 6-bit window starts with exactly one code. */
  private static void assertCodesFillTheSpace(Codebook book, int[] lengths) {
    int[] codesThatFit = new int[1 << LONGEST];
    for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
      assertEquals(lengths[symbol], book.length(symbol));
      if (book.length(symbol) > 0) {
        for (int at = book.code(symbol); at < 1 << LONGEST; at += 1 << book.length(symbol)) {
          codesThatFit[at]++;
        }
      }
    }
    for (int fitting : codesThatFit) {
      assertEquals(1, fitting);
    }
  }
}
