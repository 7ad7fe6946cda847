package vail.block;

import vail.code.BiasTransform;
import vail.code.CodeLengths;
import vail.code.Codebook;

/**
 * What each symbol of a plane becomes under a book and a bias: the bias is in the table and costs
 * nothing a symbol (B-05).
 */
final class EncodeTable {
  /** Set in an entry whose symbol has no code: its literal follows the round (B-11). */
  static final int ESCAPE = 1 << 7;

  /** Where the code starts in an entry; below it are the flag and, lowest, the length. */
  static final int CODE = 8;

  /** The low bits of an entry: the code's length. */
  static final int LENGTH = 0x3f;

  private final int[] entries = new int[256];

  EncodeTable(Codebook book, int bias) {
    for (int symbol = 0; symbol < entries.length; symbol++) {
      int t = BiasTransform.apply(symbol, bias);
      entries[symbol] = book.hasCode(t) ? entry(book, t) : entry(book, CodeLengths.ESC) | ESCAPE;
    }
  }

  private static int entry(Codebook book, int coded) {
    return book.code(coded) << CODE | book.length(coded);
  }

  /** 256 entries, one a symbol: code, flag, length. */
  int[] entries() {
    return entries;
  }
}
