package vail.conform.vector;

import vail.code.BookClass;
import vail.code.Histogram;

/** One thing that an implementation is asked to do. */
public sealed interface Request {
  /**
   * Check and install a book (C-07, C-08).
   *
   * @param name slot and epoch
   * @param book 135 bytes, or what pretends to be
   */
  record Install(BookName name, Data book) implements Request {}

  /**
   * Encode one block.
   *
   * @param options what decides its bytes
   * @param symbols one a byte
   */
  record Encode(EncodeOptions options, Data symbols) implements Request {}

  /**
   * Decode exactly one block, within the {@link Grants} of the vector.
   *
   * @param block all of it, or what pretends to be
   */
  record Decode(Data block) implements Request {}

  /**
   * Build the book of some counts (C-13 to C-18).
   *
   * @param bookClass short or long
   * @param limit longest code in bits; 8 to 8 or 15 are legal
   * @param counts of the 256 symbols
   */
  record Train(BookClass bookClass, int limit, Histogram counts) implements Request {}

  /** Forget all books. */
  record Reset() implements Request {}
}
