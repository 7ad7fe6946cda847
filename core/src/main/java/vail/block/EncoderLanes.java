package vail.block;

import java.util.Arrays;

/**
 * Where the lanes of an encoder stand (B-14).
 *
 * <p>A lane always knows the places of two words: the one that its next bit goes to and the one
 * after. It takes a further place in the round in which the decoder will take that word.
 */
final class EncoderLanes {
  /** Where each lane's places start: its first word's in the low half, its second's in the high. */
  static final int PLACES = 64;

  /** Where the numbers of bits start that wait in each lane. */
  static final int HELD = 128;

  /**
   * The bits that wait in each lane, first bit lowest, and then what the constants say: one array,
   * because a kernel has few registers to keep arrays in.
   */
  final long[] state = new long[192];

  private int lanes;
  private int wordBits;

  /** Before the first round a lane acts as if it had two full words, whose places do not matter. */
  void start(Layout layout, int nowhere) {
    lanes = layout.lanes();
    wordBits = layout.wordBits();
    Arrays.fill(state, 0, lanes, 0);
    Arrays.fill(state, PLACES, PLACES + lanes, (long) nowhere << 32 | nowhere);
    Arrays.fill(state, HELD, HELD + lanes, 2L * wordBits);
  }

  int lanes() {
    return lanes;
  }

  int wordBits() {
    return wordBits;
  }

  /** The numbers of bits that wait in the first eight lanes, a byte each. */
  long held() {
    long all = 0;
    for (int lane = 0; lane < 8; lane++) {
      all |= state[lane + HELD] << 8 * lane;
    }
    return all;
  }

  /** The inverse of {@link #held()}. */
  void held(long all) {
    for (int lane = 0; lane < 8; lane++) {
      state[lane + HELD] = all >>> 8 * lane & 0xff;
    }
  }

  /** Puts what waits into the places it has. */
  void flush(byte[] out) {
    for (int lane = 0; lane < lanes; lane++) {
      long places = state[lane + PLACES];
      putWord(out, (int) places, state[lane]);
      putWord(out, (int) (places >>> 32), state[lane] >>> wordBits);
    }
  }

  void putWord(byte[] out, int at, long word) {
    switch (wordBits) {
      case 8 -> out[at] = (byte) word;
      case 16 -> LittleEndian.put(out, at, (short) word);
      default -> LittleEndian.put(out, at, (int) word);
    }
  }
}
