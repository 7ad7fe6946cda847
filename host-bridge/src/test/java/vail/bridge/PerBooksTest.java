package vail.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.testing.RandomBooks;

class PerBooksTest {
  /** Each is true while it is open. */
  private final List<AtomicBoolean> opened = new ArrayList<>();

  private final PerBooks<AtomicBoolean> things = new PerBooks<>(this::open, PerBooksTest::close);
  private final SplittableRandom random = new SplittableRandom(8);

  private AtomicBoolean open(BookSet books) {
    AtomicBoolean thing = new AtomicBoolean(true);
    opened.add(thing);
    return thing;
  }

  private static void close(AtomicBoolean thing) {
    assertTrue(thing.getAndSet(false), "closed twice");
  }

  private BookSet books() {
    return BookSet.empty().with(new BookId(1, 0), RandomBooks.any(random, BookClass.SHORT));
  }

  private long stillOpen() {
    return opened.stream().filter(AtomicBoolean::get).count();
  }

  @Test
  void keepsTheThingOfASetThatComesAgain() {
    BookSet books = books();
    AtomicBoolean first = things.take(books);
    things.giveBack(first);
    assertSame(first, things.take(books));
    things.giveBack(first);
    things.close();
    assertFalse(first.get());
  }

  @Test
  void keepsOneThingForAllEqualSets() {
    BookSet books = books();
    BookId id = books.books().firstKey();
    AtomicBoolean first = things.take(books);
    assertSame(first, things.take(BookSet.empty().with(id, books.book(id))));
    things.giveBack(first);
    things.giveBack(first);
    things.close();
    assertFalse(first.get());
  }

  @Test
  void closesWhatWasUsedLongestAgo() {
    for (int i = 0; i < 3 * PerBooks.KEPT; i++) {
      things.giveBack(things.take(books()));
    }
    assertEquals(PerBooks.KEPT, stillOpen());
    assertTrue(opened.getLast().get());
    things.close();
    assertEquals(0, stillOpen());
  }

  @Test
  void leavesOpenWhatIsInUse() {
    AtomicBoolean used = things.take(books());
    for (int i = 0; i < 2 * PerBooks.KEPT; i++) {
      things.giveBack(things.take(books()));
    }
    things.close();
    assertTrue(used.get());
    things.giveBack(used);
    assertFalse(used.get());
  }

  @Test
  void waitsForTheLastOfSeveralUsers() {
    BookSet books = books();
    AtomicBoolean shared = things.take(books);
    things.take(books);
    things.close();
    things.giveBack(shared);
    assertTrue(shared.get());
    things.giveBack(shared);
    assertFalse(shared.get());
  }

  @Test
  void keepsNothingThatCannotBeOpened() {
    PerBooks<AtomicBoolean> failing =
        new PerBooks<>(
            books -> {
              throw new IllegalStateException("no memory");
            },
            PerBooksTest::close);
    BookSet books = books();
    assertThrows(IllegalStateException.class, () -> failing.take(books));
    assertThrows(IllegalStateException.class, () -> failing.take(books));
    failing.close();
  }
}
