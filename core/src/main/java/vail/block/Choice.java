package vail.block;

import java.util.List;
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
public record Choice(BookId id, Codebook book, Layout layout) {
  /**
   * All that a selection may choose from, in the order in which they are tried (B-24, B-25): all
   * books are looked up before any layout is looked at.
   *
   * @throws VailFormatException CODEBOOK_UNKNOWN, or BAD_ARGUMENT where a layout does not suit
   */
  public static List<Choice> all(BookSet books, Selection selection) {
    return switch (selection) {
      case Selection.Raw raw -> List.of();
      case Selection.Fixed fixed -> List.of(of(books, fixed.book(), fixed.layout()));
      case Selection.Best best -> {
        best.books().forEach(books::book);
        yield best.books().stream().map(id -> of(books, id, best)).toList();
      }
    };
  }

  /**
   * Looks a book up.
   *
   * @throws VailFormatException CODEBOOK_UNKNOWN, or BAD_ARGUMENT where the layout does not suit
   */
  private static Choice of(BookSet books, BookId id, Layout layout) {
    Codebook book = books.book(id);
    if (!layout.legalFor(book.bookClass())) {
      throw new VailFormatException(
          Fault.BAD_ARGUMENT, 0, "layout " + layout + " is not legal for a long book");
    }
    return new Choice(id, book, layout);
  }

  /** Looks a candidate of {@code best} up, with the layout of its class. */
  private static Choice of(BookSet books, BookId id, Selection.Best best) {
    return switch (books.book(id).bookClass()) {
      case SHORT -> of(books, id, best.shortLayout());
      case LONG -> of(books, id, best.longLayout());
    };
  }
}
