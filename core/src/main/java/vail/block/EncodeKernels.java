package vail.block;

/**
 * The loops that turn symbols, one by one, into bits of lanes, words and literals (B-09 to B-14).
 *
 * <p>Each returns the new end of the payload and leaves the lanes where the next may go on. Whether
 * a lane's word is full cannot be predicted, so all of them advance the lanes without a branch:
 * {@code full} is 0 or −1.
 */
final class EncodeKernels {
  private static final int PLACES = EncoderLanes.PLACES;
  private static final int HELD = EncoderLanes.HELD;
  private static final int CODE = EncodeTable.CODE;
  private static final int LENGTH = EncodeTable.LENGTH;

  private EncodeKernels() {}

  /** Any number of rounds of r symbols a lane; the last may be short. */
  static int any(
      EncoderLanes lanes,
      int[] singles,
      int perLane,
      byte[] symbols,
      int first,
      int stop,
      byte[] out,
      int at) {
    long[] state = lanes.state;
    int wordBits = lanes.wordBits();
    int perRound = lanes.lanes() * perLane;
    int end = at;
    for (int round = first; round < stop; round += perRound) {
      int roundStop = Math.min(round + perRound, stop);
      int flags = 0;
      int lane = 0;
      for (int i = round; i < roundStop; lane++) {
        long bits = state[lane];
        long places = state[lane + PLACES];
        int held = (int) state[lane + HELD];
        lanes.putWord(out, (int) places, bits);
        int full = wordBits - held >> 31;
        state[lane + PLACES] = places >>> (32 & full) | (long) end << 32 & full;
        end += wordBits / 8 & full;
        bits >>>= wordBits & full;
        held -= wordBits & full;
        for (int laneStop = Math.min(i + perLane, roundStop); i < laneStop; i++) {
          int entry = singles[symbols[i] & 0xff];
          bits |= (long) (entry >>> CODE) << held;
          held += entry & LENGTH;
          flags |= entry;
        }
        state[lane] = bits;
        state[lane + HELD] = held;
      }
      if ((flags & EncodeTable.ESCAPE) != 0) {
        end = putLiterals(singles, symbols, round, roundStop, out, end);
      }
    }
    return end;
  }

  /** Full rounds of one symbol a lane. */
  static int ones(EncoderLanes lanes, int[] singles, byte[] symbols, int stop, byte[] out, int at) {
    long[] state = lanes.state;
    int wordBits = lanes.wordBits();
    int end = at;
    for (int round = 0; round < stop; round += lanes.lanes()) {
      int flags = 0;
      for (int lane = 0; lane < lanes.lanes(); lane++) {
        long bits = state[lane];
        long places = state[lane + PLACES];
        int held = (int) state[lane + HELD];
        lanes.putWord(out, (int) places, bits);
        int full = wordBits - held >> 31;
        state[lane + PLACES] = places >>> (32 & full) | (long) end << 32 & full;
        end += wordBits / 8 & full;
        bits >>>= wordBits & full;
        held -= wordBits & full;
        int entry = singles[symbols[round + lane] & 0xff];
        state[lane] = bits | (long) (entry >>> CODE) << held;
        held += entry & LENGTH;
        state[lane + HELD] = held;
        flags |= entry;
      }
      if ((flags & EncodeTable.ESCAPE) != 0) {
        end = putLiterals(singles, symbols, round, round + lanes.lanes(), out, end);
      }
    }
    return end;
  }

  /** Full rounds of two symbols a lane. */
  static int twos(EncoderLanes lanes, int[] singles, byte[] symbols, int stop, byte[] out, int at) {
    long[] state = lanes.state;
    int wordBits = lanes.wordBits();
    int end = at;
    for (int i = 0; i < stop; ) {
      int round = i;
      int flags = 0;
      for (int lane = 0; lane < lanes.lanes(); lane++, i += 2) {
        long bits = state[lane];
        long places = state[lane + PLACES];
        int held = (int) state[lane + HELD];
        lanes.putWord(out, (int) places, bits);
        int full = wordBits - held >> 31;
        state[lane + PLACES] = places >>> (32 & full) | (long) end << 32 & full;
        end += wordBits / 8 & full;
        bits >>>= wordBits & full;
        held -= wordBits & full;
        int low = singles[symbols[i] & 0xff];
        int high = singles[symbols[i + 1] & 0xff];
        long code = (long) (high >>> CODE) << low | low >>> CODE;
        state[lane] = bits | code << held;
        held += low + high & LENGTH;
        state[lane + HELD] = held;
        flags |= low | high;
      }
      if ((flags & EncodeTable.ESCAPE) != 0) {
        end = putLiterals(singles, symbols, round, i, out, end);
      }
    }
    return end;
  }

  /** Puts the symbols of a round that have no code; the others are overwritten by what follows. */
  static int putLiterals(int[] singles, byte[] symbols, int first, int stop, byte[] out, int at) {
    int end = at;
    for (int i = first; i < stop; i++) {
      out[end] = symbols[i];
      end += (singles[symbols[i] & 0xff] & EncodeTable.ESCAPE) / EncodeTable.ESCAPE;
    }
    return end;
  }
}
