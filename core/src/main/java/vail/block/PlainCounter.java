package vail.block;

import vail.code.BiasTransform;
import vail.code.Codebook;

/** Counts every symbol once; a book and a bias then cost as many steps as symbols occur at all. */
final class PlainCounter implements SymbolCounter {
  private final int[] counts = new int[256];
  private final int[] present = new int[256];
  private int presentSymbols;

  @Override
  public int mean(byte[] symbols, int count) {
    return SymbolStats.mean(symbols, count);
  }

  /** Keeps the symbols that occur at all: in an exponent plane a few dozen of 256. */
  @Override
  public void sample(byte[] symbols, int count, int stride) {
    SymbolStats.sample(symbols, count, stride, counts);
    presentSymbols = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        present[presentSymbols++] = symbol;
      }
    }
  }

  @Override
  public long bits(Codebook book, int bias) {
    long bits = 0;
    for (int i = 0; i < presentSymbols; i++) {
      bits += (long) counts[present[i]] * book.cost(BiasTransform.apply(present[i], bias));
    }
    return bits;
  }
}
