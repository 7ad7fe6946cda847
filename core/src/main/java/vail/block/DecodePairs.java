package vail.block;

/**
 * The loops that turn words into two symbols at a time: full rounds of short books in words of 32
 * bits. See {@link DecodeKernels} for what they share.
 */
final class DecodePairs {
  /** With the word's 32 bits, moves the sentinel of a window up by as much. */
  private static final long WORD = 0xffff_ffffL;

  private DecodePairs() {}

  /** For books whose escapes are rare: a round without one is over after one test. */
  static int rareEscapes(
      DecoderLanes lanes, DecodeTable table, byte[] in, int at, byte[] symbols, int stop) {
    int[] singles = table.singles();
    int[] pairs = table.pairs();
    int next = at;
    for (int i = 0; i < stop; ) {
      int round = i;
      int flags = 0;
      for (int lane = 0; lane < lanes.lanes(); lane++, i += 4) {
        long window = lanes.windows[lane];
        long due = (window >>> 32) - 1 >> 63;
        long word = LittleEndian.int32(in, next) & WORD;
        window += (word + WORD << ~Long.numberOfLeadingZeros(window)) & due;
        next += 4 & (int) due;
        int low = pairs[(int) window & pairs.length - 1];
        long rest = window >>> low;
        int high = pairs[(int) rest & pairs.length - 1];
        rest >>>= high;
        int four = low >>> DecodeTable.SYMBOL | high >>> DecodeTable.SYMBOL << 16;
        flags |= low | high;
        if (((low | high) & DecodeTable.TOO_LONG) != 0) {
          long slow = four(singles, window);
          rest = window >>> slow;
          four = (int) (slow >>> 32);
          flags |= (int) slow;
        }
        lanes.windows[lane] = rest;
        LittleEndian.put(symbols, i, four);
      }
      if ((flags & DecodeTable.ESCAPE) != 0) {
        next = lanes.takeLiterals(table.placeholder(), in, next, symbols, round, i);
      }
    }
    return next;
  }

  /**
   * For 8 lanes and books that have an escape in most rounds: no test can be predicted, so there is
   * none, and no pair is too long.
   *
   * <p>Hot kernel: two lanes are written out, because the second pass loads eight symbols at once
   * and would wait for two stores of four.
   */
  static int manyEscapes(
      DecoderLanes lanes, DecodeTable table, byte[] in, int at, byte[] symbols, int stop) {
    long[] windows = lanes.windows;
    int[] pairs = table.pairs();
    long placeholders = DecoderLanes.ONES * (table.placeholder() & 0xff);
    int next = at;
    int literals = 0;
    for (int round = 0; round < stop; round += 32) {
      for (int lane = 0; lane < 8; lane += 2) {
        long window = windows[lane];
        long due = (window >>> 32) - 1 >> 63;
        long word = LittleEndian.int32(in, next) & WORD;
        window += (word + WORD << ~Long.numberOfLeadingZeros(window)) & due;
        next += 4 & (int) due;
        int a = pairs[(int) window & pairs.length - 1];
        window >>>= a;
        int b = pairs[(int) window & pairs.length - 1];
        windows[lane] = window >>> b;
        window = windows[lane + 1];
        due = (window >>> 32) - 1 >> 63;
        word = LittleEndian.int32(in, next) & WORD;
        window += (word + WORD << ~Long.numberOfLeadingZeros(window)) & due;
        next += 4 & (int) due;
        int c = pairs[(int) window & pairs.length - 1];
        window >>>= c;
        int d = pairs[(int) window & pairs.length - 1];
        windows[lane + 1] = window >>> d;
        long four = (a >>> 16 | b >>> 16 << 16) & WORD;
        LittleEndian.put(
            symbols, round + 4 * lane, four | (long) (c >>> 16 | d >>> 16 << 16) << 32);
      }
      // A second pass, because the literals lie behind all the words of the round. It expands
      // eight bytes of the payload to the places of the placeholders and keeps a copy of them.
      for (int eight = round; eight < round + 32; eight += 8) {
        long decoded = LittleEndian.int64(symbols, eight);
        long escapes = DecoderLanes.places(decoded, placeholders);
        long bytes = (escapes << 1) - (escapes >>> 7);
        long ahead = LittleEndian.int64(in, next);
        LittleEndian.put(lanes.literals, literals, ahead);
        LittleEndian.put(symbols, eight, decoded & ~bytes | Long.expand(ahead, bytes));
        next += Long.bitCount(escapes);
        literals += Long.bitCount(escapes);
      }
    }
    lanes.literalCount(literals);
    return next;
  }

  /** Four symbols, one by one: an entry with the symbols in the high half. */
  private static long four(int[] singles, long window) {
    int a = singles[(int) window & singles.length - 1];
    long rest = window >>> a;
    int b = singles[(int) rest & singles.length - 1];
    rest >>>= b;
    int c = singles[(int) rest & singles.length - 1];
    rest >>>= c;
    int d = singles[(int) rest & singles.length - 1];
    int length = (a & 0x3f) + (b & 0x3f) + (c & 0x3f) + (d & 0x3f);
    int symbols = a >>> 16 | b >>> 16 << 8 | c >>> 16 << 16 | d >>> 16 << 24;
    return (long) symbols << 32 | (a | b | c | d) & DecodeTable.ESCAPE | length;
  }
}
