package vail.testing;

import java.util.SplittableRandom;
import vail.code.BiasTransform;
import vail.code.CodeLengths;
import vail.code.Codebook;

/** Kinds of symbol sequences that find different mistakes in a coder. */
public enum SymbolShape {
  /** As the book expects: a symbol of length l with probability 2^-l. */
  FITTING,
  /** All 256 symbols alike. */
  UNIFORM,
  /** Only symbols without a code, where the book has such. */
  ESCAPES,
  /** The longest code over and over, mixed with the shortest. */
  EXTREMES,
  /** One symbol. */
  CONSTANT,
  /** Zero only: the symbol no bias moves. */
  ZEROS;

  /** A sequence for a book and a bias, from a seed. */
  public byte[] symbols(SplittableRandom random, Codebook book, int bias, int count) {
    byte[] symbols = new byte[count];
    int constant = random.nextInt(256);
    int deepest = extreme(book, true);
    int shallowest = extreme(book, false);
    for (int i = 0; i < count; i++) {
      int t =
          switch (this) {
            case FITTING -> fitting(random, book);
            case UNIFORM -> random.nextInt(256);
            case ESCAPES -> escaping(random, book);
            case EXTREMES -> random.nextInt(4) == 0 ? shallowest : deepest;
            case CONSTANT -> constant;
            case ZEROS -> 0;
          };
      symbols[i] = (byte) BiasTransform.invert(t, bias);
    }
    return symbols;
  }

  /** Walks the code from the root; where the escape comes up, any symbol without a code. */
  private static int fitting(SplittableRandom random, Codebook book) {
    int window = random.nextInt(1 << 15);
    for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
      int length = book.length(symbol);
      if (length > 0 && (window & (1 << length) - 1) == book.code(symbol)) {
        return symbol == CodeLengths.ESC ? escaping(random, book) : symbol;
      }
    }
    throw new AssertionError("the code is not complete");
  }

  private static int escaping(SplittableRandom random, Codebook book) {
    int symbol = random.nextInt(256);
    while (book.hasEscape() && book.hasCode(symbol)) {
      symbol = (symbol + 1) % 256;
    }
    return symbol;
  }

  private static int extreme(Codebook book, boolean deepest) {
    int found = -1;
    for (int symbol = 0; symbol < 256; symbol++) {
      if (book.hasCode(symbol)
          && (found < 0 || book.length(symbol) > book.length(found) == deepest)) {
        found = symbol;
      }
    }
    return found;
  }
}
