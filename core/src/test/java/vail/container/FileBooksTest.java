package vail.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vail.code.BookId;
import vail.code.BookSet;
import vail.fault.Limits;

class FileBooksTest {
  private final FileBooks books = new FileBooks(BookSet.empty(), Limits.DEFAULT);

  FileBooksTest() {
    for (BookId id : Set.of(Containers.NARROW, Containers.WIDE)) {
      byte[] body = BookFrame.write(id, Containers.BOOKS.book(id), BookForm.EMBEDDED);
      books.add(new FrameHead(FrameType.BOOK, body.length, 0), body);
    }
  }

  /** A backend keeps what it has made of a set of books, and would make it again for each job. */
  @Test
  void givesTheSameSetForTheSameBooks() {
    Set<BookId> both = Set.of(Containers.NARROW, Containers.WIDE);

    assertSame(books.only(both), books.only(Set.of(Containers.WIDE, Containers.NARROW)));
    assertEquals(both, books.only(both).books().keySet());
    assertNotSame(books.only(both), books.only(Set.of(Containers.WIDE)));
    assertEquals(Set.of(Containers.WIDE), books.only(Set.of(Containers.WIDE)).books().keySet());
  }
}
