package vail.conform.generate;

import java.util.List;
import vail.code.BookId;
import vail.code.Codebook;
import vail.conform.vector.Data;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Expect;
import vail.conform.vector.Grants;
import vail.conform.vector.InstalledBook;
import vail.conform.vector.Request;

/** Sound blocks, which questions are made from. */
final class Blocks {
  private Blocks() {}

  /**
   * The block of some symbols.
   *
   * @param book stands wherever the options name one
   */
  static byte[] of(Codebook book, EncodeOptions options, byte[] symbols) {
    List<InstalledBook> books =
        options.choice() instanceof EncodeOptions.Fixed fixed
            ? List.of(
                new InstalledBook(new BookId(fixed.book().slot(), fixed.book().epoch()), "", book))
            : List.of();
    Expect answer =
        Answers.ofReference(books, Grants.ALL)
            .answer(new Request.Encode(options, Data.of(symbols)));
    if (answer instanceof Expect.Bytes(Data block)) {
      return block.bytes();
    }
    throw new IllegalArgumentException("no block, but " + answer);
  }
}
