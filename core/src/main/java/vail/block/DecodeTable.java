package vail.block;

import vail.code.BiasTransform;
import vail.code.BookClass;
import vail.code.CodeLengths;
import vail.code.Codebook;

/**
 * The symbol, and the two symbols, that each window starts with, under a book and a bias.
 *
 * <p>An entry holds, from the low end, the length, two flags and the symbols. An escape stands as a
 * placeholder, a symbol that has no code itself, so that the literal's place can be found again.
 */
final class DecodeTable implements TableCache.Table {
  /** Set in an entry with an escape (B-11). */
  static final int ESCAPE = 1 << 6;

  /** Set in an entry of two symbols that are too long for the table; nothing else is. */
  static final int TOO_LONG = 1 << 7;

  private static final int LENGTH = ESCAPE - 1;

  /** Where the first symbol starts in an entry. */
  static final int SYMBOL = 16;

  private static final int SHORT_PAIR = 12;
  private static final int LONGEST_PAIR = 16;

  /** Above this share of pairs longer than 12 bits, their branch costs more than a larger table. */
  private static final double MANY_LONG_PAIRS = 1 / 32.0;

  private int[] singles = new int[0];
  private int[] pairs = new int[0];
  private final boolean[] hasCode = new boolean[256];
  private byte placeholder;
  private int pairBits;
  private boolean pairsReady;
  private int escapeLength;
  private long coded;

  @Override
  public void load(Codebook book, int bias) {
    int size = 1 << book.lengths().longest();
    singles = singles.length == size ? singles : new int[size];
    int free = 0;
    for (int t = 0; t < hasCode.length; t++) {
      int symbol = BiasTransform.invert(t, bias);
      hasCode[symbol] = book.hasCode(t);
      if (hasCode[symbol]) {
        fill(book, t, symbol << SYMBOL);
      } else {
        free = symbol;
      }
    }
    placeholder = (byte) free;
    if (book.hasEscape()) {
      fill(book, CodeLengths.ESC, free << SYMBOL | ESCAPE);
    }
    escapeLength = book.length(CodeLengths.ESC);
    pairBits = manyEscapes() || manyLongPairs(book) ? LONGEST_PAIR : SHORT_PAIR;
    pairsReady = false;
    coded = 0;
  }

  /** The share of windows that start with two symbols of more than 12 bits. */
  private static boolean manyLongPairs(Codebook book) {
    double share = 0;
    double[] shares = new double[BookClass.LONG.maxLength() + 1];
    for (int t = 0; t < CodeLengths.COUNT; t++) {
      shares[book.length(t)] += Math.scalb(1.0, -book.length(t));
    }
    for (int first = 1; first < shares.length; first++) {
      for (int second = Math.max(1, SHORT_PAIR + 1 - first); second < shares.length; second++) {
        share += shares[first] * shares[second];
      }
    }
    return share > MANY_LONG_PAIRS;
  }

  private void buildPairs() {
    pairs = pairs.length == 1 << pairBits ? pairs : new int[1 << pairBits];
    for (int window = 0; window < pairs.length; window++) {
      int first = singles[window & singles.length - 1];
      int second = singles[window >>> first & singles.length - 1];
      int length = (first & LENGTH) + (second & LENGTH);
      int symbols = (first >>> SYMBOL | second >>> SYMBOL << 8) << SYMBOL;
      pairs[window] = length > pairBits ? TOO_LONG : symbols | (first | second) & ESCAPE | length;
    }
    pairsReady = true;
  }

  private void fill(Codebook book, int t, int meaning) {
    int step = 1 << book.length(t);
    for (int window = book.code(t); window < singles.length; window += step) {
      singles[window] = meaning | book.length(t);
    }
  }

  /** A power of two of entries, one for each low end of a window. */
  int[] singles() {
    return singles;
  }

  /**
   * A power of two of entries, one for two symbols at each low end of a window. Of a short book
   * only; where the book has {@link #manyEscapes}, none is {@link #TOO_LONG}.
   */
  int[] pairs() {
    if (!pairsReady) {
      buildPairs();
    }
    return pairs;
  }

  /** Whether more than every second round has an escape in the portable layout. */
  boolean manyEscapes() {
    return escapeLength > 0 && escapeLength < 6;
  }

  /** Whether pairs are worth their time, once {@code count} more symbols will have been decoded. */
  boolean pairsPay(int count) {
    coded += count;
    return coded >= 1 << pairBits;
  }

  /** What an escape leaves in the place of its literal; means nothing in a book without one. */
  byte placeholder() {
    return placeholder;
  }

  /** Whether a symbol has a code of its own and so must not come as a literal (B-11). */
  boolean hasCode(byte symbol) {
    return hasCode[symbol & 0xff];
  }
}
