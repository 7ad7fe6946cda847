package vail.block;

/**
 * The loops that turn words and literals into symbols (B-09 to B-12).
 *
 * <p>Each decodes the symbols from {@code first} up to {@code stop}, returns how far it has read
 * and leaves the lanes where the next may go on. None looks for the payload's end: so many symbols
 * can take no more than the array has. Whether a lane is due a word cannot be predicted, so all of
 * them advance the lanes without a branch: {@code due} is 0 or −1.
 */
final class DecodeKernels {
  /** With the word's 32 bits, moves the sentinel of a window up by as much. */
  private static final long WORD = 0xffff_ffffL;

  private static final long LOW_BITS = 0x7f7f_7f7f_7f7f_7f7fL;
  private static final long ONES = 0x0101_0101_0101_0101L;

  private DecodeKernels() {}

  /** Any layout, any book, any number of symbols. */
  static int any(
      DecoderLanes lanes,
      DecodeTable table,
      int perLane,
      byte[] in,
      int at,
      byte[] symbols,
      int first,
      int stop) {
    int[] singles = table.singles();
    int wordBits = lanes.wordBits();
    long wordMask = (1L << wordBits) - 1;
    int perRound = lanes.lanes() * perLane;
    int next = at;
    for (int round = first; round < stop; round += perRound) {
      int roundStop = Math.min(round + perRound, stop);
      int flags = 0;
      int lane = 0;
      for (int i = round; i < roundStop; lane++) {
        long window = lanes.windows[lane];
        long due = (window >>> wordBits) - 1 >> 63;
        long word = LittleEndian.int64(in, next) & wordMask;
        window += (word + wordMask << ~Long.numberOfLeadingZeros(window)) & due;
        next += wordBits / 8 & (int) due;
        for (int laneStop = Math.min(i + perLane, roundStop); i < laneStop; i++) {
          int entry = singles[(int) window & singles.length - 1];
          symbols[i] = (byte) (entry >>> DecodeTable.SYMBOL);
          window >>>= entry;
          flags |= entry;
        }
        lanes.windows[lane] = window;
      }
      if ((flags & DecodeTable.ESCAPE) != 0) {
        next = lanes.takeLiterals(table.placeholder(), in, next, symbols, round, roundStop);
      }
    }
    return next;
  }

  /** Full rounds of a short book whose escapes are rare, in words of 32 bits. */
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

  /** As {@link #rareEscapes} where most rounds have some: no pair is too long; 2 lanes at least. */
  static int manyEscapes(
      DecoderLanes lanes, DecodeTable table, byte[] in, int at, byte[] symbols, int stop) {
    int[] pairs = table.pairs();
    long placeholders = ONES * (table.placeholder() & 0xff);
    int next = at;
    int literals = 0;
    for (int i = 0; i < stop; ) {
      int round = i;
      for (int lane = 0; lane < lanes.lanes(); lane += 2, i += 8) {
        long window = lanes.windows[lane];
        long due = (window >>> 32) - 1 >> 63;
        long word = LittleEndian.int32(in, next) & WORD;
        window += (word + WORD << ~Long.numberOfLeadingZeros(window)) & due;
        next += 4 & (int) due;
        int a = pairs[(int) window & pairs.length - 1];
        window >>>= a;
        int b = pairs[(int) window & pairs.length - 1];
        lanes.windows[lane] = window >>> b;
        window = lanes.windows[lane + 1];
        due = (window >>> 32) - 1 >> 63;
        word = LittleEndian.int32(in, next) & WORD;
        window += (word + WORD << ~Long.numberOfLeadingZeros(window)) & due;
        next += 4 & (int) due;
        int c = pairs[(int) window & pairs.length - 1];
        window >>>= c;
        int d = pairs[(int) window & pairs.length - 1];
        lanes.windows[lane + 1] = window >>> d;
        long four = (a >>> 16 | b >>> 16 << 16) & WORD;
        LittleEndian.put(symbols, i, four | (long) (c >>> 16 | d >>> 16 << 16) << 32);
      }
      // A second pass, because the literals lie behind all the words of the round. It expands
      // eight bytes of the payload to the places of the placeholders and keeps a copy of them.
      for (int eight = round; eight < i; eight += 8) {
        long decoded = LittleEndian.int64(symbols, eight);
        long other = decoded ^ placeholders;
        long escapes = ~((other & LOW_BITS) + LOW_BITS | other | LOW_BITS);
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
