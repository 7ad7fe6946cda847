package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.testing.RandomBooks;

/** C-09, C-10. */
class BookSetTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(10);
  private static final Codebook OLD = RandomBooks.any(RANDOM, BookClass.SHORT);
  private static final Codebook NEW = RandomBooks.any(RANDOM, BookClass.LONG);

  private static void assertUnknown(BookSet books, int slot, int epoch) {
    assertFalse(books.holds(slot, epoch));
    VailFormatException thrown =
        assertThrows(VailFormatException.class, () -> books.book(slot, epoch));
    assertEquals(Fault.CODEBOOK_UNKNOWN, thrown.fault());
  }

  @Test
  void keepsOldAndNewEpochsOfASlotAlive() {
    BookId before = new BookId(7, 255);
    BookId after = new BookId(7, 0);
    BookSet both = BookSet.empty().with(before, OLD).with(after, NEW);
    assertEquals(OLD, both.book(7, 255));
    assertEquals(NEW, both.book(after));
    BookSet later = both.without(before);
    assertUnknown(later, 7, 255);
    assertEquals(NEW, later.book(7, 0));
    assertTrue(both.holds(7, 255));
  }

  @Test
  void isEqualToASetOfTheSameBooksUnderTheSameNames() {
    BookId one = new BookId(1, 0);
    BookId other = new BookId(1, 1);
    BookSet set = BookSet.empty().with(one, OLD).with(other, NEW);
    BookSet same =
        BookSet.empty()
            .with(other, CodebookBytes.read(MemorySegment.ofArray(NEW.toBytes())))
            .with(one, OLD);
    assertEquals(set, same);
    assertEquals(set.hashCode(), same.hashCode());
    assertNotEquals(set, same.without(one));
    assertNotEquals(set, BookSet.empty().with(one, NEW).with(other, OLD));
  }

  @Test
  void knowsNoBookBeyondItsSlotsAndEpochs() {
    BookSet books = BookSet.empty().with(new BookId(254, 255), OLD).with(new BookId(1, 0), OLD);
    for (int slot : new int[] {-1, 0, 2, 255, 256}) {
      assertUnknown(books, slot, 0);
    }
    assertUnknown(books, 254, 256);
    assertUnknown(books, 1, -1);
  }

  @Test
  void listsItsBooksBySlotThenEpoch() {
    BookSet books =
        BookSet.of(
            List.of(
                NamedBook.of(new BookId(9, 1), "c", OLD, "bytes"),
                NamedBook.of(new BookId(2, 5), "a", OLD, "bytes"),
                NamedBook.of(new BookId(9, 0), "b", NEW, "bytes")));
    assertEquals(
        List.of(new BookId(2, 5), new BookId(9, 0), new BookId(9, 1)),
        List.copyOf(books.books().keySet()));
  }

  @Test
  void takesTheSameBookTwiceButNotTwoOfOneName() {
    NamedBook first = NamedBook.of(new BookId(9, 1), "a", OLD, "bytes");
    NamedBook same = NamedBook.of(new BookId(9, 1), "b", OLD, "bytes");
    NamedBook other = NamedBook.of(new BookId(9, 1), "a", NEW, "bytes");
    assertEquals(OLD, BookSet.of(List.of(first, same)).book(9, 1));
    VailFormatException thrown =
        assertThrows(VailFormatException.class, () -> BookSet.of(List.of(first, other)));
    assertEquals(Fault.CODEBOOK_MISMATCH, thrown.fault());
  }

  @Test
  void namesOnlyWhatABlockCanSay() {
    for (int slot : new int[] {0, 255}) {
      assertThrows(IllegalArgumentException.class, () -> new BookId(slot, 0));
    }
    assertThrows(IllegalArgumentException.class, () -> new BookId(1, 256));
  }
}
