package vail.vector;

import vail.block.SymbolCounter;
import vail.block.TableCache;
import vail.code.Codebook;

/** Looks every symbol up anew for every candidate: with 64 at once that is faster than counting. */
final class VectorCounter implements SymbolCounter {
  /** The candidates of a few kinds of tensors, each with its books and biases. */
  private static final int TABLES = 48;

  private final TableCache<CostTable> tables = new TableCache<>(CostTable::new, TABLES);
  private final short[] sums = new short[32];
  private byte[] symbols = {};
  private int count;
  private int stride = 1;

  @Override
  public int mean(byte[] block, int blockSymbols) {
    long sum = 0;
    int nonZero = 0;
    int full = blockSymbols & -64;
    for (int first = 0; first < full; first += CounterRounds.MOST) {
      int stop = Math.min(first + CounterRounds.MOST, full);
      nonZero += CounterRounds.add(block, first, stop, sums);
      sum += total();
    }
    for (int i = full; i < blockSymbols; i++) {
      sum += block[i] & 0xff;
      nonZero += block[i] != 0 ? 1 : 0;
    }
    return nonZero == 0 ? 0 : (int) (sum / nonZero);
  }

  @Override
  public void sample(byte[] block, int blockSymbols, int everyGroups) {
    symbols = block;
    count = blockSymbols;
    stride = everyGroups;
  }

  @Override
  public long bits(Codebook book, int bias) {
    byte[] costs = tables.of(book, bias).costs;
    int full = count & -64;
    CounterRounds.cost(costs, symbols, full, 64 * stride, sums);
    long bits = total();
    for (int i = full; i < count && full / 64 % stride == 0; i++) {
      bits += costs[symbols[i] & 0xff];
    }
    return bits;
  }

  private long total() {
    long total = 0;
    for (short sum : sums) {
      total += sum & 0xffff;
    }
    return total;
  }
}
