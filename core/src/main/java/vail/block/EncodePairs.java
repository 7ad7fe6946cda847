package vail.block;

/**
 * The loops that turn two symbols at a time into bits of lanes, words and literals: full rounds of
 * short books in words of 32 bits. See {@link EncodeKernels} for what they share.
 */
final class EncodePairs {
  private static final int PLACES = EncoderLanes.PLACES;
  private static final int HELD = EncoderLanes.HELD;
  private static final int CODE = EncodeTable.CODE;
  private static final int LENGTH = EncodeTable.LENGTH;
  private static final int ESCAPES = EncodeTable.ESCAPE | EncodeTable.SECOND_ESCAPE;

  private EncodePairs() {}

  /** For books whose escapes are rare: a round without one is over after one test. */
  static int rareEscapes(
      EncoderLanes lanes, EncodeTable table, byte[] symbols, int stop, byte[] out, int at) {
    long[] state = lanes.state;
    int[] pairs = table.pairs();
    int end = at;
    for (int i = 0; i < stop; ) {
      int round = i;
      int flags = 0;
      for (int lane = 0; lane < lanes.lanes(); lane++, i += 4) {
        long bits = state[lane];
        long places = state[lane + PLACES];
        int held = (int) state[lane + HELD];
        LittleEndian.put(out, (int) places, (int) bits);
        int full = 32 - held >> 31;
        state[lane + PLACES] = places >>> (32 & full) | (long) end << 32 & full;
        end += 4 & full;
        bits >>>= 32 & full;
        held -= 32 & full;
        int four = LittleEndian.int32(symbols, i);
        int low = pairs[four & pairs.length - 1];
        int high = pairs[four >>> 16 & pairs.length - 1];
        long code = (long) (high >>> CODE) << low | low >>> CODE;
        state[lane] = bits | code << held;
        held += low + high & LENGTH;
        state[lane + HELD] = held;
        flags |= low | high;
      }
      if ((flags & ESCAPES) != 0) {
        end = EncodeKernels.putLiterals(table.singles(), symbols, round, i, out, end);
      }
    }
    return end;
  }

  /** For 8 lanes and books that have an escape in most rounds: no test can be predicted. */
  static int manyEscapes(
      EncoderLanes lanes, EncodeTable table, byte[] symbols, int stop, byte[] out, int at) {
    long[] state = lanes.state;
    int[] pairs = table.pairs();
    int end = at;
    for (int round = 0; round < stop; round += 32) {
      long escapes = 0;
      for (int lane = 0; lane < 8; lane++) {
        long bits = state[lane];
        long places = state[lane + PLACES];
        int held = (int) state[lane + HELD];
        LittleEndian.put(out, (int) places, (int) bits);
        int full = 32 - held >> 31;
        state[lane + PLACES] = places >>> (32 & full) | (long) end << 32 & full;
        end += 4 & full;
        bits >>>= 32 & full;
        held -= 32 & full;
        int four = LittleEndian.int32(symbols, round + 4 * lane);
        int low = pairs[four & pairs.length - 1];
        int high = pairs[four >>> 16 & pairs.length - 1];
        long code = (long) (high >>> CODE) << low | low >>> CODE;
        state[lane] = bits | code << held;
        held += low + high & LENGTH;
        state[lane + HELD] = held;
        escapes |= (long) (low >>> 6 & 3 | high >>> 4 & 12) << 4 * lane;
      }
      end = putLiterals(escapes, symbols, round, out, end);
    }
    return end;
  }

  /**
   * Puts the symbols of a round of 32 that are marked: the first three, which usually are all,
   * without a branch. Where there are fewer, what is put too much is overwritten by what follows.
   */
  private static int putLiterals(long escapes, byte[] symbols, int round, byte[] out, int at) {
    long first = escapes | 7L << 32;
    long second = first & first - 1;
    long third = second & second - 1;
    out[at] = symbols[round + Long.numberOfTrailingZeros(first)];
    out[at + 1] = symbols[round + Long.numberOfTrailingZeros(second)];
    out[at + 2] = symbols[round + Long.numberOfTrailingZeros(third)];
    int end = at + Long.bitCount(escapes);
    long rest = third & third - 1;
    for (int next = at + 3; next < end; next++) {
      out[next] = symbols[round + Long.numberOfTrailingZeros(rest)];
      rest &= rest - 1;
    }
    return end;
  }
}
