package vail.vector;

import java.util.Arrays;
import vail.block.TableCache;
import vail.code.BiasTransform;
import vail.code.CodeLengths;
import vail.code.Codebook;

/** What each window of 8 bits starts with, under a short book with an escape and a bias. */
final class WideDecodeTable implements TableCache.Table {
  /** Where the symbols start, one for each window. */
  static final int SYMBOLS = 128;

  /** Where 64 times the placeholder starts: a symbol without a code, which an escape leaves. */
  static final int PLACEHOLDER = SYMBOLS + 256;

  /** Bytes of {@link #windows}. */
  static final int SIZE = PLACEHOLDER + 64;

  /**
   * First the lengths, for the low 7 bits of a window: what is no code of 7 bits or less has 8.
   * Then what the constants say.
   */
  final byte[] windows = new byte[SIZE];

  /** Negative for symbols that have a code and so must not come as literals (B-11). */
  final byte[] coded = new byte[256];

  @Override
  public void load(Codebook book, int bias) {
    Arrays.fill(windows, 0, SYMBOLS, (byte) 8);
    for (int t = 0; t < coded.length; t++) {
      int symbol = BiasTransform.invert(t, bias);
      coded[symbol] = (byte) (book.hasCode(t) ? -1 : 0);
      if (book.hasCode(t)) {
        fill(book, t, (byte) symbol);
      } else {
        Arrays.fill(windows, PLACEHOLDER, SIZE, (byte) symbol);
      }
    }
    fill(book, CodeLengths.ESC, placeholder());
  }

  private void fill(Codebook book, int coding, byte symbol) {
    int length = book.length(coding);
    for (int window = book.code(coding); window < 256; window += 1 << length) {
      windows[SYMBOLS + window] = symbol;
      windows[window & SYMBOLS - 1] = (byte) length;
    }
  }

  byte placeholder() {
    return windows[PLACEHOLDER];
  }
}
