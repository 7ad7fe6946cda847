package vail.container;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.code.NamedBook;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** The books that a container has brought so far (V-10, V-11). */
final class FileBooks {
  /** Tensors of one file use few; a file that mixes more at will is not kept in mind. */
  private static final int MOST_SETS = 16;

  private final BookSet installed;
  private final Limits limits;
  private final Map<BookId, NamedBook> books = new HashMap<>();
  private final Map<Set<BookId>, BookSet> sets = new HashMap<>();

  FileBooks(BookSet installed, Limits limits) {
    this.installed = installed;
    this.limits = limits;
  }

  /** Takes a BOOK frame's body. */
  void add(FrameHead frame, byte[] body) {
    if (books.size() >= limits.books()) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED,
          frame.place(),
          "more than the " + limits.books() + " books granted");
    }
    try {
      BookId id = BookFrame.id(body);
      Codebook book = BookFrame.book(body, installed);
      if (books.putIfAbsent(id, NamedBook.of(id, "", book, "")) != null) {
        throw new VailFormatException(
            Fault.BAD_FIELD, 0, "a second book of slot " + id.slot() + ", epoch " + id.epoch());
      }
    } catch (VailFormatException e) {
      throw e.within(frame.bodyAt());
    }
  }

  /** Refuses a block whose book the file has not brought. */
  void require(BookId id, long at) {
    if (!books.containsKey(id)) {
      throw new VailFormatException(
          Fault.CODEBOOK_UNKNOWN,
          at,
          "the file brings no book of slot " + id.slot() + ", epoch " + id.epoch());
    }
  }

  /**
   * Just these books, so that a set stays small however many a file brings. The same set for the
   * same books: backends keep what they have made of one.
   */
  BookSet only(Set<BookId> ids) {
    BookSet known = sets.get(ids);
    if (known != null) {
      return known;
    }
    if (sets.size() == MOST_SETS) {
      sets.clear();
    }
    BookSet made = BookSet.of(ids.stream().map(books::get).toList());
    sets.put(Set.copyOf(ids), made);
    return made;
  }

  /** All of them. */
  Collection<NamedBook> all() {
    return List.copyOf(books.values());
  }
}
