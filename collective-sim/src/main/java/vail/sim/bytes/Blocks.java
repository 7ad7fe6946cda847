package vail.sim.bytes;

import java.util.List;
import vail.code.BiasTransform;
import vail.code.Codebook;
import vail.code.ExponentCounts;
import vail.code.Histogram;
import vail.code.SymbolKind;

/**
 * The symbols of some blocks, and what books make of them.
 *
 * @param kind of the symbols
 * @param each block's counts
 */
public record Blocks(SymbolKind kind, List<Histogram> each) {
  /** Offsets to the mean that encoders try. */
  private static final int[] OFFSETS = {0, -1, 1};

  /** Takes a copy. */
  public Blocks {
    each = List.copyOf(each);
  }

  /** All counts, moved as a book sees them: what one is trained on. */
  public Histogram counts() {
    Histogram sum = new Histogram();
    each.forEach(block -> sum.add(kind.isExponent() ? ExponentCounts.moved(block) : block));
    return sum;
  }

  /** Bits a symbol that a book takes more than the entropy of {@link #counts}; 0 of nothing. */
  public double excess(Codebook book) {
    Histogram counts = counts();
    return counts.total() == 0
        ? 0
        : Math.max(0, (double) cost(book) / counts.total() - counts.entropy());
  }

  private long cost(Codebook book) {
    long bits = 0;
    for (Histogram block : each) {
      bits += kind.isExponent() ? moved(book, block) : book.cost(block);
    }
    return bits;
  }

  /** With the best of the biases that are tried. */
  private static long moved(Codebook book, Histogram block) {
    int mean = BiasTransform.bias(block.center(), book.center());
    long least = Long.MAX_VALUE;
    for (int offset : OFFSETS) {
      int bias = BiasTransform.shifted(mean, offset);
      long bits = 0;
      for (int symbol = 0; symbol < Histogram.SYMBOLS; symbol++) {
        bits += block.count(symbol) * book.cost(BiasTransform.apply(symbol, bias));
      }
      least = Math.min(least, bits);
    }
    return least;
  }
}
