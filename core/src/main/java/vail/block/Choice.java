package vail.block;

import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * A book that a block may be coded with, looked up and checked before any block is touched.
 *
 * @param id slot and epoch for the head
 * @param book the book behind them
 * @param layout legal for the book's class
 */
record Choice(BookId id, Codebook book, Layout layout) {
  /**
   * Looks a book up.
   *
   * @throws VailFormatException CODEBOOK_UNKNOWN, or BAD_ARGUMENT where the layout does not suit
   */
  static Choice of(BookSet books, BookId id, Layout layout) {
    Codebook book = books.book(id);
    if (!layout.legalFor(book.bookClass())) {
      throw new VailFormatException(
          Fault.BAD_ARGUMENT, 0, "layout " + layout + " is not legal for a long book");
    }
    return new Choice(id, book, layout);
  }

  /** Looks a candidate of {@code best} up, with the layout of its class. */
  static Choice of(BookSet books, BookId id, Selection.Best best) {
    return switch (books.book(id).bookClass()) {
      case SHORT -> of(books, id, best.shortLayout());
      case LONG -> of(books, id, best.longLayout());
    };
  }
}
