package vail.vector;

import vail.block.TableCache;
import vail.code.BiasTransform;
import vail.code.Codebook;

/** The bits that each symbol costs under a book and a bias: at most 23. */
final class CostTable implements TableCache.Table {
  final byte[] costs = new byte[256];

  @Override
  public void load(Codebook book, int bias) {
    for (int symbol = 0; symbol < costs.length; symbol++) {
      costs[symbol] = (byte) book.cost(BiasTransform.apply(symbol, bias));
    }
  }
}
