package vail.conform.judge;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vail.code.BookId;
import vail.conform.dut.Dut;
import vail.conform.dut.DutFailure;
import vail.conform.vector.InstalledBook;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;

/**
 * The books that an implementation holds as far as the judge knows. Books stay from vector to
 * vector, so that a vector meets what others have left; one is never replaced, but all are
 * forgotten first.
 */
final class Shelf {
  private final Dut dut;
  private final Map<BookId, byte[]> books = new HashMap<>();
  private int generation;
  private boolean unsure = true;

  Shelf(Dut dut) {
    this.dut = dut;
    this.generation = dut.generation();
  }

  /** What to start from. */
  enum From {
    /** Whatever books there are besides. */
    ANY,
    /** No book but those wanted, and a new stream of blocks. */
    EXACTLY
  }

  /**
   * Sees to it that books are installed.
   *
   * @return the first reply that is not what it should be, or that of the last
   */
  Reply hold(List<InstalledBook> wanted, From from) throws DutFailure, IOException {
    if (dut.generation() != generation) {
      generation = dut.generation();
      unsure = true;
    }
    Reply reply = new Reply.Done();
    if (unsure || from == From.EXACTLY || conflicts(wanted)) {
      books.clear();
      unsure = true;
      reply = dut.ask(new Request.Reset());
      unsure = !(reply instanceof Reply.Done);
    }
    for (InstalledBook book : wanted) {
      if (reply instanceof Reply.Done && !books.containsKey(book.id())) {
        reply = install(book);
      }
    }
    return reply;
  }

  private Reply install(InstalledBook book) throws DutFailure, IOException {
    byte[] bytes = book.book().toBytes();
    Reply reply = dut.ask(new Request.Book(book.id().slot(), book.id().epoch(), bytes));
    if (reply instanceof Reply.Done) {
      books.put(book.id(), bytes);
    }
    return reply;
  }

  private boolean conflicts(List<InstalledBook> wanted) {
    int more = 0;
    for (InstalledBook book : wanted) {
      byte[] held = books.get(book.id());
      if (held != null && !Arrays.equals(held, book.book().toBytes())) {
        return true;
      }
      more += held == null ? 1 : 0;
    }
    return books.size() + more > dut.claim().maxBooks();
  }

  /** A vector has changed the books itself: nobody knows what there is now. */
  void forget() {
    unsure = true;
  }
}
