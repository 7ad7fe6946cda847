package vail.block;

import java.util.Arrays;
import vail.fault.Limits;

/** Where the lanes of a decoder stand (B-10), and which literals it has met. */
final class DecoderLanes {
  /** Repeats a byte eight times by multiplication. */
  static final long ONES = 0x0101_0101_0101_0101L;

  private static final long LOW_BITS = 0x7f7f_7f7f_7f7f_7f7fL;

  /**
   * Each lane's unread bits, the next lowest, under a sentinel: the highest bit that is set is not
   * one of them. So a window tells how many it holds.
   */
  final long[] windows = new long[64];

  /** The literals met so far; kernels may write eight bytes at once. */
  final byte[] literals = new byte[Limits.MAX_BLOCK_SYMBOLS + Long.BYTES];

  private int lanes;
  private int wordBits;
  private int literalCount;

  void start(Layout layout) {
    lanes = layout.lanes();
    wordBits = layout.wordBits();
    literalCount = 0;
    Arrays.fill(windows, 0, lanes, 1);
  }

  int lanes() {
    return lanes;
  }

  int wordBits() {
    return wordBits;
  }

  int literalCount() {
    return literalCount;
  }

  void literalCount(int count) {
    literalCount = count;
  }

  /** Replaces the placeholders of a round by the next bytes of the payload and returns its end. */
  int takeLiterals(byte placeholder, byte[] in, int at, byte[] symbols, int first, int stop) {
    int next = at;
    for (int i = first; i < stop; i += 8) {
      long places = places(LittleEndian.int64(symbols, i), ONES * (placeholder & 0xff));
      places &= -1L >>> Math.max(0, 64 - 8 * (stop - i));
      for (; places != 0; places &= places - 1) {
        int place = i + (Long.numberOfTrailingZeros(places) >>> 3);
        symbols[place] = in[next++];
        literals[literalCount++] = symbols[place];
      }
    }
    return next;
  }

  /** The highest bit of each byte that is the same in both words, exactly. */
  static long places(long symbols, long placeholders) {
    long other = symbols ^ placeholders;
    return ~((other & LOW_BITS) + LOW_BITS | other | LOW_BITS);
  }

  /** Whether every literal may be one (B-11) and no lane holds more than zeros (B-12). */
  boolean sound(DecodeTable table) {
    long ones = 0;
    for (int lane = 0; lane < lanes; lane++) {
      ones |= windows[lane] & windows[lane] - 1;
    }
    boolean needless = false;
    for (int i = 0; i < literalCount; i++) {
      needless |= table.hasCode(literals[i]);
    }
    return ones == 0 && !needless;
  }
}
