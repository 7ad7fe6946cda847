package vail.code;

import java.util.SortedMap;
import java.util.TreeMap;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * The codebooks one side of a link has installed, by slot and epoch. Immutable, hence safe between
 * threads: a refresh makes a new set in which the old and the new epoch are both valid, and drops
 * the old one later.
 */
public final class BookSet {
  private static final BookSet EMPTY = new BookSet(new TreeMap<>());

  private final SortedMap<BookId, Codebook> books;
  private final Codebook[][] bySlot = new Codebook[BookId.MAX_SLOT + 1][];
  private final int hash;

  private BookSet(SortedMap<BookId, Codebook> books) {
    this.books = books;
    this.hash = books.hashCode();
    books.forEach((id, book) -> {
      if (bySlot[id.slot()] == null) {
        bySlot[id.slot()] = new Codebook[256];
      }
      bySlot[id.slot()][id.epoch()] = book;
    });
  }

  /** No books: enough for raw and constant blocks. */
  public static BookSet empty() {
    return EMPTY;
  }

  /**
   * The books of files, each under its own name; the same book may come several times.
   *
   * @throws VailFormatException {@link Fault#CODEBOOK_MISMATCH} if two books of one name differ
   *     (C-09)
   */
  public static BookSet of(Iterable<NamedBook> named) {
    TreeMap<BookId, Codebook> all = new TreeMap<>();
    for (NamedBook book : named) {
      Codebook before = all.putIfAbsent(book.id(), book.book());
      if (before != null && !before.equals(book.book())) {
        throw new VailFormatException(
            Fault.CODEBOOK_MISMATCH,
            0,
            "two different books are slot " + book.id().slot() + ", epoch " + book.id().epoch());
      }
    }
    return new BookSet(all);
  }

  /** This set and one more book; an older book of the same slot and epoch is replaced. */
  public BookSet with(BookId id, Codebook book) {
    TreeMap<BookId, Codebook> all = new TreeMap<>(books);
    all.put(id, book);
    return new BookSet(all);
  }

  /** This set without one book, once no block that names it can be under way. */
  public BookSet without(BookId id) {
    TreeMap<BookId, Codebook> all = new TreeMap<>(books);
    all.remove(id);
    return new BookSet(all);
  }

  /** Whether a book is installed; slots and epochs out of range hold none. */
  public boolean holds(int slot, int epoch) {
    return slot >= 1
        && slot <= BookId.MAX_SLOT
        && epoch >= 0
        && epoch <= 255
        && bySlot[slot] != null
        && bySlot[slot][epoch] != null;
  }

  /**
   * The book of a slot and epoch.
   *
   * @throws VailFormatException {@link Fault#CODEBOOK_UNKNOWN} if none is installed
   */
  public Codebook book(int slot, int epoch) {
    if (!holds(slot, epoch)) {
      throw new VailFormatException(
          Fault.CODEBOOK_UNKNOWN, 0, "no codebook in slot " + slot + ", epoch " + epoch);
    }
    return bySlot[slot][epoch];
  }

  /** The book of a name; see {@link #book(int, int)}. */
  public Codebook book(BookId id) {
    return book(id.slot(), id.epoch());
  }

  /** All names, by slot, then epoch. */
  public SortedMap<BookId, Codebook> books() {
    return java.util.Collections.unmodifiableSortedMap(books);
  }

  /** Whether the same books have the same names. */
  @Override
  public boolean equals(Object other) {
    return other instanceof BookSet set
        && (this == set || hash == set.hash && books.equals(set.books));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
