package vail.block;

import vail.code.BiasTransform;
import vail.code.CodeLengths;
import vail.code.Codebook;

/**
 * The symbol that each window starts with, under a book and a bias. An escape stands as a
 * placeholder, a symbol that has no code itself, so that the literal's place can be found again.
 */
final class DecodeTable {
  /** Set in an entry that stands for an escape (B-11). */
  static final int ESCAPE = 1 << 6;

  /** Where the symbol starts in an entry; the lowest six bits are the code's length. */
  static final int SYMBOL = 16;

  private final int[] entries;
  private final boolean[] coded = new boolean[256];
  private final byte placeholder;

  DecodeTable(Codebook book, int bias) {
    entries = new int[1 << book.lengths().longest()];
    int free = 0;
    for (int t = 0; t < coded.length; t++) {
      int symbol = BiasTransform.invert(t, bias);
      coded[symbol] = book.hasCode(t);
      if (coded[symbol]) {
        fill(book, t, symbol << SYMBOL);
      } else {
        free = symbol;
      }
    }
    placeholder = (byte) free;
    if (book.hasEscape()) {
      fill(book, CodeLengths.ESC, free << SYMBOL | ESCAPE);
    }
  }

  private void fill(Codebook book, int t, int meaning) {
    int step = 1 << book.length(t);
    for (int window = book.code(t); window < entries.length; window += step) {
      entries[window] = meaning | book.length(t);
    }
  }

  /** A power of two of entries, one for each low end of a window: symbol, flag, length. */
  int[] entries() {
    return entries;
  }

  /** What an escape leaves in the place of its literal; means nothing without {@link #ESCAPE}. */
  byte placeholder() {
    return placeholder;
  }

  /** Whether a symbol has a code of its own and so must not come as a literal (B-11). */
  boolean coded(byte symbol) {
    return coded[symbol & 0xff];
  }
}
