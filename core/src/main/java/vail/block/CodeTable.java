package vail.block;

import vail.code.CodeLengths;
import vail.code.Codebook;

/**
 * Finds the code at the low end of a window. One level of exactly 2^longest entries: because the
 * code is complete (C-03), every entry is filled exactly once.
 */
final class CodeTable {
  private final short[] symbols;

  CodeTable(Codebook book) {
    int longest = book.lengths().longest();
    symbols = new short[1 << longest];
    int filled = 0;
    for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
      if (book.length(symbol) > 0) {
        for (int i = book.code(symbol); i < symbols.length; i += 1 << book.length(symbol)) {
          symbols[i] = (short) symbol;
          filled++;
        }
      }
    }
    if (filled != symbols.length) {
      throw new AssertionError(filled + " of " + symbols.length + " table entries filled");
    }
  }

  /** The symbol whose code the window starts with; 256 is the escape. */
  int symbol(long window) {
    return symbols[(int) window & symbols.length - 1];
  }
}
