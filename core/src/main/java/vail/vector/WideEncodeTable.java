package vail.vector;

import vail.block.TableCache;
import vail.code.BiasTransform;
import vail.code.CodeLengths;
import vail.code.Codebook;

/** What each symbol becomes under a short book and a bias, a byte a symbol. */
final class WideEncodeTable implements TableCache.Table {
  /** Set beside the length of a symbol that has no code: the escape's, and a literal follows. */
  static final int ESCAPED = 0x80;

  final byte[] lengths = new byte[256];
  final byte[] codes = new byte[256];

  @Override
  public void load(Codebook book, int bias) {
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int t = BiasTransform.apply(symbol, bias);
      int coded = book.hasCode(t) ? t : CodeLengths.ESC;
      int escaped = book.hasCode(t) ? 0 : ESCAPED;
      lengths[symbol] = (byte) (book.length(coded) | escaped);
      codes[symbol] = (byte) book.code(coded);
    }
  }
}
