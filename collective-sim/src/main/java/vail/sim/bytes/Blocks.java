package vail.sim.bytes;

import java.util.List;
import vail.block.Selection;
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
      bits +=
          kind.isExponent()
              ? book.movedCost(block, Selection.Best.PLANE_OFFSETS)
              : book.cost(block);
    }
    return bits;
  }
}
