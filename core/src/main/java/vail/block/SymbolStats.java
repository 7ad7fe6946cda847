package vail.block;

import java.util.Arrays;

/** What the encoder must know of a block's symbols before it can choose. */
final class SymbolStats {
  private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

  /** Groups of eight bytes that four 16-bit sums can take: 128 times two bytes of 255. */
  private static final int GROUPS_A_SUM = 128;

  private static final int SAMPLE_GROUP = 64;

  private SymbolStats() {}

  /** Whether a block is one repeated symbol (B-23). */
  static boolean constant(byte[] symbols, int count) {
    return Arrays.equals(symbols, 0, count - 1, symbols, 1, count);
  }

  /** floor(mean of the symbols that are not zero), 0 if there are none (B-06). */
  static int mean(byte[] symbols, int count) {
    long sum = 0;
    int nonZero = 0;
    int i = 0;
    while (count - i >= 8) {
      long sums = 0;
      int stop = Math.min(i + 8 * GROUPS_A_SUM, count - 7);
      for (; i < stop; i += 8) {
        long group = LittleEndian.int64(symbols, i);
        sums += (group & EVEN_BYTES) + (group >>> 8 & EVEN_BYTES);
        nonZero += Long.bitCount(((group & LOW_BITS) + LOW_BITS | group) & ~LOW_BITS);
      }
      sum += (sums & 0xffff) + (sums >>> 16 & 0xffff) + (sums >>> 32 & 0xffff) + (sums >>> 48);
    }
    for (; i < count; i++) {
      sum += symbols[i] & 0xff;
      nonZero += symbols[i] != 0 ? 1 : 0;
    }
    return nonZero == 0 ? 0 : (int) (sum / nonZero);
  }

  /** Counts the symbols i with (i div 64) mod stride = 0 (B-25). */
  static void sample(byte[] symbols, int count, int stride, int[] counts) {
    Arrays.fill(counts, 0);
    for (int group = 0; group < count; group += SAMPLE_GROUP * stride) {
      int end = Math.min(group + SAMPLE_GROUP, count);
      for (int i = group; i < end; i++) {
        counts[symbols[i] & 0xff]++;
      }
    }
  }
}
