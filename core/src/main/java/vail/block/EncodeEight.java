package vail.block;

/**
 * The loop for 8 lanes that turns two symbols at a time into bits of lanes, words and literals:
 * full rounds of short books whose escapes are rare, in words of 32 bits. See {@link EncodeKernels}
 * for what it shares with others.
 *
 * <p>The numbers of bits that wait are all in one long, a byte a lane. So one comparison finds the
 * lanes that have a full word, which is every third, and only these are moved on.
 */
final class EncodeEight {
  private static final int PLACES = EncoderLanes.PLACES;
  private static final int CODE = EncodeTable.CODE;
  private static final int LENGTH = EncodeTable.LENGTH;
  private static final int ESCAPES = EncodeTable.ESCAPE | EncodeTable.SECOND_ESCAPE;

  /** Takes the places of lanes where there is no further one that is full. */
  private static final int NO_LANE = 8;

  private static final long BYTES = 0x0101_0101_0101_0101L;
  private static final long TOP_BITS = 0x8080_8080_8080_8080L;

  /** Lifts a byte's top bit if it is more than 32. */
  private static final long MORE_THAN_A_WORD = (0x80 - 33) * BYTES;

  private EncodeEight() {}

  /**
   * All full rounds.
   *
   * <p>Hot kernel: moves four lanes on without asking whether there are so many, because their
   * number cannot be predicted.
   */
  static int rareEscapes(
      EncoderLanes lanes, EncodeTable table, byte[] symbols, int stop, byte[] out, int at) {
    long[] state = lanes.state;
    int[] pairs = table.pairs();
    long nowhere = state[PLACES];
    long held = lanes.held();
    int end = at;
    for (int round = 0; round < stop; round += 32) {
      long full = held + MORE_THAN_A_WORD & TOP_BITS;
      held -= full >>> 2;
      int place = end;
      end += 4 * Long.bitCount(full);
      do {
        state[NO_LANE + PLACES] = nowhere;
        moveOn(state, full, out, place);
        full &= full - 1;
        moveOn(state, full, out, place + 4);
        full &= full - 1;
        moveOn(state, full, out, place + 8);
        full &= full - 1;
        moveOn(state, full, out, place + 12);
        full &= full - 1;
        place += 16;
      } while (full != 0);
      long more = 0;
      int flags = 0;
      for (int lane = 0; lane < 8; lane += 2) {
        long eight = LittleEndian.int64(symbols, round + 4 * lane);
        int a = pairs[(int) eight & pairs.length - 1];
        int b = pairs[(int) (eight >>> 16) & pairs.length - 1];
        int c = pairs[(int) (eight >>> 32) & pairs.length - 1];
        int d = pairs[(int) (eight >>> 48) & pairs.length - 1];
        long left = (long) (b >>> CODE) << a | a >>> CODE;
        long right = (long) (d >>> CODE) << c | c >>> CODE;
        state[lane] |= left << (held >>> 8 * lane);
        state[lane + 1] |= right << (held >>> 8 * lane + 8);
        int lengths = a + b & LENGTH | (c + d & LENGTH) << 8;
        more |= (long) lengths << 8 * lane;
        flags |= a | b | c | d;
      }
      held += more;
      if ((flags & ESCAPES) != 0) {
        end = EncodeKernels.putLiterals(table.singles(), symbols, round, round + 32, out, end);
      }
    }
    lanes.held(held);
    return end;
  }

  /** Puts the full word of the first lane marked, and gives the lane the place of a further one. */
  private static void moveOn(long[] state, long full, byte[] out, int place) {
    int lane = Long.numberOfTrailingZeros(full) >>> 3;
    long bits = state[lane];
    long places = state[lane + PLACES];
    LittleEndian.put(out, (int) places, (int) bits);
    state[lane] = bits >>> 32;
    state[lane + PLACES] = places >>> 32 | (long) place << 32;
  }
}
