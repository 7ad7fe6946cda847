package vail.conform.generate;

import vail.conform.vector.BookName;
import vail.conform.vector.Data;
import vail.conform.vector.Kind;
import vail.conform.vector.Request;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;

/** Every book of five symbols and ESC with lengths 0 to 6: all ways to be wrong, in miniature. */
final class TinyBooks implements Family {
  private static final int LENGTHS = 7;
  private static final int[] SYMBOLS = {0, 1, 2, 3, 4, 256};
  private static final byte[] EMPTY = emptied();

  private static byte[] emptied() {
    byte[] book = Books.STEPS.toBytes();
    for (int symbol = 0; symbol <= 256; symbol++) {
      book = BookVectors.withLength(book, symbol, 0);
    }
    return book;
  }

  @Override
  public int size() {
    return LENGTHS * LENGTHS * LENGTHS * LENGTHS * LENGTHS * LENGTHS;
  }

  @Override
  public Vector vector(int index) {
    byte[] book = EMPTY;
    int rest = index;
    StringBuilder title = new StringBuilder("lengths");
    for (int symbol : SYMBOLS) {
      book = BookVectors.withLength(book, symbol, rest % LENGTHS);
      title.append(' ').append(rest % LENGTHS);
      rest /= LENGTHS;
    }
    return new Draft(Text.of("book.tiny.%06d", index), title.toString())
        .cites("C-02 C-03 C-04 C-08")
        .hunts("HostileBook")
        .ask(Kind.BOOK, new Request.Install(new BookName(7, 0), Data.of(book)));
  }
}
