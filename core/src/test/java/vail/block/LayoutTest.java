package vail.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.code.BookClass;

class LayoutTest {
  @ParameterizedTest
  @CsvSource({"0,8", "3,8", "128,8", "-8,8", "8,0", "8,24", "8,64"})
  void refusesWhatAHeadCannotSay(int lanes, int word) {
    assertThrows(IllegalArgumentException.class, () -> new Layout(lanes, word));
  }

  @Test
  void allowsLongBooksOnlyWithWordsOf16BitsOrMore() {
    assertFalse(new Layout(8, 8).legalFor(BookClass.LONG));
    assertTrue(new Layout(8, 16).legalFor(BookClass.LONG));
    assertTrue(new Layout(8, 8).legalFor(BookClass.SHORT));
  }

  /** B-27. */
  @Test
  void givesNamesToWhatSuitsKindsOfMachines() {
    assertEquals(new Layout(64, 8), Layout.WIDE);
    assertEquals(new Layout(32, 16), Layout.WIDE_LONG);
    assertEquals(new Layout(8, 32), Layout.PORTABLE);
    assertEquals(new Layout(16, 8), Layout.LINK);
  }

  @Test
  void givesEachLaneASymbolAnOctetOfShortAndHalfOfThatOfLong() {
    assertEquals(4, Layout.PORTABLE.symbolsPerLane(BookClass.SHORT));
    assertEquals(2, Layout.PORTABLE.symbolsPerLane(BookClass.LONG));
    assertEquals(64, Layout.WIDE.symbolsPerRound(BookClass.SHORT));
    assertEquals(32, Layout.WIDE_LONG.symbolsPerRound(BookClass.LONG));
  }
}
