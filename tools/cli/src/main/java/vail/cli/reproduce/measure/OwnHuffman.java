package vail.cli.reproduce.measure;

import java.util.Arrays;
import java.util.PriorityQueue;
import vail.code.Histogram;

/** What a Huffman code made for one histogram costs: no limit to its lengths, no escape. */
public final class OwnHuffman {
  private static final int FIRST_AND_LAST_SYMBOL_BITS = 16;
  private static final int LENGTH_BITS = 4;

  private OwnHuffman() {}

  /** Bits of all symbols; a lone symbol takes one bit each time. */
  public static long bits(Histogram counts) {
    PriorityQueue<Long> nodes = new PriorityQueue<>();
    Arrays.stream(counts.counts()).filter(count -> count > 0).forEach(nodes::add);
    if (nodes.size() == 1) {
      return nodes.remove();
    }
    long bits = 0;
    while (nodes.size() > 1) {
      // Every merge puts one more bit before all symbols below it.
      long node = nodes.remove() + nodes.remove();
      bits += node;
      nodes.add(node);
    }
    return bits;
  }

  /**
   * Bits of the table that has to be sent before: the first and the last symbol used, and a length
   * of four bits for each between.
   */
  public static long tableBits(Histogram counts) {
    int[] used = {-1, -1};
    for (int symbol = 0; symbol < Histogram.SYMBOLS; symbol++) {
      if (counts.count(symbol) > 0) {
        used[0] = used[0] < 0 ? symbol : used[0];
        used[1] = symbol;
      }
    }
    return used[0] < 0 ? 0 : FIRST_AND_LAST_SYMBOL_BITS + LENGTH_BITS * (used[1] - used[0] + 1L);
  }
}
