package vail.block;

/**
 * The loops that turn symbols into bits of lanes, words and literals (B-09 to B-14).
 *
 * <p>Each codes the symbols from {@code first} up to {@code stop}, returns the new end of the
 * payload and leaves the lanes where the next may go on. Whether a lane's word is full cannot be
 * predicted, so all of them advance the lanes without a branch: {@code full} is 0 or −1.
 */
final class EncodeKernels {
  private EncodeKernels() {}

  /** Any layout, any book, any number of symbols. */
  static int any(
      EncoderLanes lanes,
      int[] singles,
      int perLane,
      byte[] symbols,
      int first,
      int stop,
      byte[] out,
      int at) {
    int wordBits = lanes.wordBits();
    int perRound = lanes.lanes() * perLane;
    int end = at;
    for (int round = first; round < stop; round += perRound) {
      int roundStop = Math.min(round + perRound, stop);
      int flags = 0;
      int lane = 0;
      for (int i = round; i < roundStop; lane++) {
        long bits = lanes.bits[lane];
        long places = lanes.places[lane];
        lanes.putWord(out, (int) places, bits);
        int full = wordBits - lanes.held[lane] >> 31;
        lanes.places[lane] = places >>> (32 & full) | (long) end << 32 & full;
        end += wordBits / 8 & full;
        bits >>>= wordBits & full;
        int held = lanes.held[lane] - (wordBits & full);
        for (int laneStop = Math.min(i + perLane, roundStop); i < laneStop; i++) {
          int entry = singles[symbols[i] & 0xff];
          bits |= (long) (entry >>> EncodeTable.CODE) << held;
          held += entry & EncodeTable.LENGTH;
          flags |= entry;
        }
        lanes.bits[lane] = bits;
        lanes.held[lane] = held;
      }
      if ((flags & EncodeTable.ESCAPE) != 0) {
        end = putLiterals(singles, symbols, round, roundStop, out, end);
      }
    }
    return end;
  }

  /** Full rounds of a short book whose escapes are rare, in words of 32 bits. */
  static int rareEscapes(
      EncoderLanes lanes, EncodeTable table, byte[] symbols, int stop, byte[] out, int at) {
    int[] pairs = table.pairs();
    int end = at;
    for (int i = 0; i < stop; ) {
      int round = i;
      int flags = 0;
      for (int lane = 0; lane < lanes.lanes(); lane++, i += 4) {
        long bits = lanes.bits[lane];
        long places = lanes.places[lane];
        LittleEndian.put(out, (int) places, (int) bits);
        int full = 32 - lanes.held[lane] >> 31;
        lanes.places[lane] = places >>> (32 & full) | (long) end << 32 & full;
        end += 4 & full;
        bits >>>= 32 & full;
        int held = lanes.held[lane] - (32 & full);
        int four = LittleEndian.int32(symbols, i);
        int low = pairs[four & pairs.length - 1];
        int high = pairs[four >>> 16 & pairs.length - 1];
        long code = (long) (high >>> EncodeTable.CODE) << low | low >>> EncodeTable.CODE;
        lanes.bits[lane] = bits | code << held;
        lanes.held[lane] = held + (low + high & EncodeTable.LENGTH);
        flags |= low | high;
      }
      if ((flags & (EncodeTable.ESCAPE | EncodeTable.SECOND_ESCAPE)) != 0) {
        end = putLiterals(table.singles(), symbols, round, i, out, end);
      }
    }
    return end;
  }

  /** As {@link #rareEscapes} where most rounds have some: 8 lanes at most. */
  static int manyEscapes(
      EncoderLanes lanes, EncodeTable table, byte[] symbols, int stop, byte[] out, int at) {
    int[] pairs = table.pairs();
    int end = at;
    for (int i = 0; i < stop; ) {
      int round = i;
      long escapes = 0;
      for (int lane = 0; lane < lanes.lanes(); lane++, i += 4) {
        long bits = lanes.bits[lane];
        long places = lanes.places[lane];
        LittleEndian.put(out, (int) places, (int) bits);
        int full = 32 - lanes.held[lane] >> 31;
        lanes.places[lane] = places >>> (32 & full) | (long) end << 32 & full;
        end += 4 & full;
        bits >>>= 32 & full;
        int held = lanes.held[lane] - (32 & full);
        int four = LittleEndian.int32(symbols, i);
        int low = pairs[four & pairs.length - 1];
        int high = pairs[four >>> 16 & pairs.length - 1];
        long code = (long) (high >>> EncodeTable.CODE) << low | low >>> EncodeTable.CODE;
        lanes.bits[lane] = bits | code << held;
        lanes.held[lane] = held + (low + high & EncodeTable.LENGTH);
        escapes |= (long) (low >>> 6 & 3 | high >>> 4 & 12) << 4 * lane;
      }
      end = putLiterals(escapes, symbols, round, out, end);
    }
    return end;
  }

  /**
   * Puts the symbols of a round that are marked: the first three, which usually are all, without a
   * branch. Where there are fewer, what is written too much is overwritten by what follows.
   */
  private static int putLiterals(long escapes, byte[] symbols, int round, byte[] out, int at) {
    long first = escapes | 7L << 32;
    long second = first & first - 1;
    long third = second & second - 1;
    out[at] = symbols[round + Long.numberOfTrailingZeros(first)];
    out[at + 1] = symbols[round + Long.numberOfTrailingZeros(second)];
    out[at + 2] = symbols[round + Long.numberOfTrailingZeros(third)];
    int end = at + Long.bitCount(escapes);
    if (end > at + 3) {
      long rest = third & third - 1 & 0xffffffffL;
      for (int next = at + 3; next < end; next++, rest &= rest - 1) {
        out[next] = symbols[round + Long.numberOfTrailingZeros(rest)];
      }
    }
    return end;
  }

  private static int putLiterals(
      int[] singles, byte[] symbols, int first, int stop, byte[] out, int at) {
    int end = at;
    for (int i = first; i < stop; i++) {
      if ((singles[symbols[i] & 0xff] & EncodeTable.ESCAPE) != 0) {
        out[end++] = symbols[i];
      }
    }
    return end;
  }
}
