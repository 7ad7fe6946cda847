package vail.block;

import java.util.Arrays;

/**
 * Where the lanes of an encoder stand (B-14).
 *
 * <p>A lane always knows the places of two words: the one that its next bit goes to and the one
 * after. It takes a further place in the round in which the decoder will take that word.
 */
final class EncoderLanes {
  /** Bits that wait in each lane, first bit lowest. */
  final long[] bits = new long[64];

  /** How many bits wait in each lane. */
  final int[] held = new int[64];

  /** Each lane's places: its first word's in the low half, its second word's in the high half. */
  final long[] places = new long[64];

  private int lanes;
  private int wordBits;

  /** Before the first round a lane acts as if it had two full words, whose places do not matter. */
  void start(Layout layout, int nowhere) {
    lanes = layout.lanes();
    wordBits = layout.wordBits();
    Arrays.fill(bits, 0, lanes, 0);
    Arrays.fill(held, 0, lanes, 2 * wordBits);
    Arrays.fill(places, 0, lanes, (long) nowhere << 32 | nowhere);
  }

  int lanes() {
    return lanes;
  }

  int wordBits() {
    return wordBits;
  }

  /** Puts what waits into the places it has. */
  void flush(byte[] out) {
    for (int lane = 0; lane < lanes; lane++) {
      putWord(out, (int) places[lane], bits[lane]);
      putWord(out, (int) (places[lane] >>> 32), bits[lane] >>> wordBits);
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
