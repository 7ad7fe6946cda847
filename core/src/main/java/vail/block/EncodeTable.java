package vail.block;

import vail.code.BiasTransform;
import vail.code.CodeLengths;
import vail.code.Codebook;

/**
 * What each symbol of a plane, and each two, become under a book and a bias: the bias is in the
 * table and costs nothing a symbol (B-05).
 *
 * <p>An entry holds, from the low end, the length, the escape flags and the code.
 */
final class EncodeTable implements TableCache.Table {
  /** Set in an entry whose symbol, or first symbol, has no code: its literal follows (B-11). */
  static final int ESCAPE = 1 << 6;

  /** Set in an entry of two symbols whose second has no code. */
  static final int SECOND_ESCAPE = 1 << 7;

  /** Where the code starts in an entry. */
  static final int CODE = 8;

  /** The bits of an entry that are the length. */
  static final int LENGTH = ESCAPE - 1;

  /** Coding so many symbols by pairs saves about the time that the pairs take to build. */
  private static final int PAIRS_PAY = 8192;

  private final int[] singles = new int[256];
  private int[] pairs = new int[0];
  private long coded;
  private boolean pairsReady;
  private boolean manyEscapes;

  @Override
  public void load(Codebook book, int bias) {
    for (int symbol = 0; symbol < singles.length; symbol++) {
      int t = BiasTransform.apply(symbol, bias);
      singles[symbol] = book.hasCode(t) ? entry(book, t) : entry(book, CodeLengths.ESC) | ESCAPE;
    }
    manyEscapes = book.hasEscape() && book.length(CodeLengths.ESC) < 6;
    coded = 0;
    pairsReady = false;
  }

  private static int entry(Codebook book, int coded) {
    return book.code(coded) << CODE | book.length(coded);
  }

  /** 256 entries, one a symbol. */
  int[] singles() {
    return singles;
  }

  /** 65,536 entries, one for two symbols of a short book, the first in the low byte. */
  int[] pairs() {
    if (!pairsReady) {
      buildPairs();
    }
    return pairs;
  }

  /** Whether more than every second round has an escape in the portable layout. */
  boolean manyEscapes() {
    return manyEscapes;
  }

  /** Whether pairs are worth their time, once {@code count} more symbols will have been coded. */
  boolean pairsPay(int count) {
    coded += count;
    return coded >= PAIRS_PAY;
  }

  /** A row for each second symbol, so that the inner loop is plain arithmetic that vectorises. */
  private void buildPairs() {
    pairs = pairs.length > 0 ? pairs : new int[1 << 16];
    for (int row = 0; row < pairs.length; row += 256) {
      int second = singles[row >>> 8];
      int code = second >>> CODE << CODE;
      int rest = (second & LENGTH) + (second & ESCAPE) * (SECOND_ESCAPE / ESCAPE);
      for (int i = 0; i < singles.length; i++) {
        pairs[row + i] = singles[i] + (code << singles[i]) + rest;
      }
    }
    pairsReady = true;
  }
}
