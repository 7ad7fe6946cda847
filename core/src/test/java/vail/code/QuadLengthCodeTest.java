package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vail.code.QuadLengthCode.Area;

/** C-22. */
class QuadLengthCodeTest {
  /** Counts that fall from symbol 0 to symbol 255. */
  private static Histogram falling(int slope) {
    Histogram counts = new Histogram();
    for (int symbol = 0; symbol < 256; symbol++) {
      counts.add(symbol, 1 + (long) slope * (255 - symbol));
    }
    return counts;
  }

  private static Map<Integer, Integer> symbolsByLength(Codebook book) {
    Map<Integer, Integer> symbols = new TreeMap<>();
    for (int symbol = 0; symbol < 256; symbol++) {
      symbols.merge(book.length(symbol), 1, Integer::sum);
    }
    return symbols;
  }

  /** 40/64 + 16/128 + 32/256 + 168/2048 leave 88/2048: four symbols gain 15, four gain 7. */
  @Test
  void closesTheGapOfTheHypothesisWithItsOwnFourLengths() {
    Codebook book = QuadLengthCode.of(falling(10), QuadLengthCode.HYPOTHESIS);
    assertEquals(Map.of(6, 40, 7, 20, 8, 36, 11, 160), symbolsByLength(book));
    assertEquals(BookClass.LONG, book.bookClass());
    assertFalse(book.hasEscape());
  }

  @Test
  void neverGivesAMoreFrequentSymbolALongerCode() {
    Codebook book = QuadLengthCode.of(falling(1), QuadLengthCode.HYPOTHESIS);
    for (int symbol = 1; symbol < 256; symbol++) {
      assertTrue(book.length(symbol - 1) <= book.length(symbol));
    }
  }

  @Test
  void keepsAreasThatLeaveNoGap() {
    List<Area> full = List.of(new Area(1, 1), new Area(1, 2), new Area(126, 9), new Area(128, 15));
    Codebook book = QuadLengthCode.of(falling(1), full);
    assertEquals(Map.of(1, 1, 2, 1, 9, 126, 15, 128), symbolsByLength(book));
  }

  @Test
  void rejectsAreasThatAreNoQuadLengthCode() {
    for (List<Area> areas :
        List.of(
            List.of(new Area(256, 8)),
            List.of(new Area(8, 5), new Area(16, 6), new Area(32, 7), new Area(199, 15)),
            List.of(new Area(8, 6), new Area(16, 5), new Area(32, 7), new Area(200, 15)),
            List.of(new Area(8, 5), new Area(16, 6), new Area(32, 7), new Area(200, 15)),
            List.of(new Area(64, 5), new Area(64, 6), new Area(64, 7), new Area(64, 8)))) {
      assertThrows(
          IllegalArgumentException.class, () -> QuadLengthCode.of(falling(1), areas), "" + areas);
    }
    assertThrows(IllegalArgumentException.class, () -> new Area(257, 8));
    assertThrows(IllegalArgumentException.class, () -> new Area(1, 16));
  }
}
