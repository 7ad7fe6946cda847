package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.testing.RandomBooks;

class BookSetTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(11);
  private static final Codebook OLD = RandomBooks.any(RANDOM, BookClass.SHORT);
  private static final Codebook NEW = RandomBooks.any(RANDOM, BookClass.LONG);
  private static final BookId LAST = new BookId(254, 255);
  private static final BookId NEXT = new BookId(254, 0);

  /** C-10: epochs count modulo 256, and blocks of the epoch before are still under way. */
  @Test
  void holdsTheOldEpochAndTheNewOneUntilTheOldOneIsDropped() {
    BookSet before = BookSet.empty().with(LAST, OLD);
    BookSet both = before.with(NEXT, NEW);
    BookSet after = both.without(LAST);

    assertEquals(OLD, both.book(LAST));
    assertEquals(NEW, both.book(NEXT));
    assertFalse(before.holds(254, 0));
    assertFalse(after.holds(254, 255));
    assertEquals(NEW, after.book(254, 0));
  }

  @Test
  void refusesWhatIsNotInstalled() {
    VailFormatException e =
        assertThrows(VailFormatException.class, () -> BookSet.empty().book(NEXT));

    assertEquals(Fault.CODEBOOK_UNKNOWN, e.fault());
  }

  @Test
  void holdsNothingBeyondTheNumbersOfSlotsAndEpochs() {
    BookSet books = BookSet.empty().with(NEXT, NEW);

    assertTrue(books.holds(254, 0));
    assertFalse(books.holds(0, 0));
    assertFalse(books.holds(255, 0));
    assertFalse(books.holds(254, 256));
    assertFalse(books.holds(254, -1));
  }
}
