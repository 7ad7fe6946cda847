package vail.container;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.code.CodebookBytes;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/** The body of a BOOK frame (V-09, V-11). */
final class BookFrame {
  private static final int CONTENT_AT = 4;
  private static final int DIGEST_BYTES = 32;
  private static final int EMBEDDED = 0;
  private static final int BY_DIGEST = 1;

  /** The two sizes of a body (V-07). */
  static final int SMALL = CONTENT_AT + DIGEST_BYTES;

  static final int LARGE = CONTENT_AT + CodebookBytes.SIZE;

  private BookFrame() {}

  static byte[] write(BookId id, Codebook book, BookForm form) {
    byte[] content =
        switch (form) {
          case EMBEDDED -> book.toBytes();
          case BY_DIGEST -> book.digest();
        };
    byte[] body = new byte[CONTENT_AT + content.length];
    body[0] = (byte) id.slot();
    body[1] = (byte) id.epoch();
    body[2] = (byte) (form == BookForm.EMBEDDED ? EMBEDDED : BY_DIGEST);
    System.arraycopy(content, 0, body, CONTENT_AT, content.length);
    return body;
  }

  /** The name of the book; offsets of faults count from the body's first byte. */
  static BookId id(byte[] body) {
    int slot = body[0] & 0xff;
    if (slot < 1 || slot > BookId.MAX_SLOT) {
      throw new VailFormatException(Fault.BAD_FIELD, 0, "a book in slot " + slot);
    }
    if (body[3] != 0) {
      throw new VailFormatException(Fault.RESERVED_NONZERO, 3, "a byte that must be 0");
    }
    return new BookId(slot, body[1] & 0xff);
  }

  /** The book itself: the embedded one, or the installed one if it is the very same. */
  static Codebook book(byte[] body, BookSet installed) {
    int form = body[2] & 0xff;
    if (form > BY_DIGEST || body.length != (form == EMBEDDED ? LARGE : SMALL)) {
      throw new VailFormatException(
          Fault.BAD_FIELD, 2, "a book of form " + form + " in " + body.length + " bytes");
    }
    byte[] content = Arrays.copyOfRange(body, CONTENT_AT, body.length);
    return form == EMBEDDED ? embedded(content) : installed(id(body), content, installed);
  }

  private static Codebook embedded(byte[] content) {
    try {
      return CodebookBytes.read(MemorySegment.ofArray(content));
    } catch (VailFormatException e) {
      throw e.within(CONTENT_AT);
    }
  }

  private static Codebook installed(BookId id, byte[] digest, BookSet installed) {
    Codebook book = installed.book(id);
    if (!Arrays.equals(book.digest(), digest)) {
      throw new VailFormatException(
          Fault.CODEBOOK_MISMATCH,
          CONTENT_AT,
          "the installed book of slot " + id.slot() + ", epoch " + id.epoch() + " is another one");
    }
    return book;
  }
}
