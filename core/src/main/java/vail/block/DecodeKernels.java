package vail.block;

/**
 * The loops that turn words and literals into symbols, one by one (B-09 to B-12).
 *
 * <p>Each returns how far it has read and leaves the lanes where the next may go on. None looks for
 * the payload's end: so many symbols can take no more than the array has. Whether a lane is due a
 * word cannot be predicted, so all of them advance the lanes without a branch: {@code due} is 0 or
 * −1.
 */
final class DecodeKernels {
  private DecodeKernels() {}

  /** Any number of rounds of r symbols a lane; the last may be short. */
  static int any(
      DecoderLanes lanes,
      DecodeTable table,
      int perLane,
      byte[] in,
      int at,
      byte[] symbols,
      int first,
      int stop) {
    long[] windows = lanes.windows;
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
        long window = windows[lane];
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
        windows[lane] = window;
      }
      if ((flags & DecodeTable.ESCAPE) != 0) {
        next = lanes.takeLiterals(table.placeholder(), in, next, symbols, round, roundStop);
      }
    }
    return next;
  }

  /** Full rounds of one symbol a lane. */
  static int ones(
      DecoderLanes lanes, DecodeTable table, byte[] in, int at, byte[] symbols, int stop) {
    long[] windows = lanes.windows;
    int[] singles = table.singles();
    int wordBits = lanes.wordBits();
    long wordMask = (1L << wordBits) - 1;
    int next = at;
    for (int round = 0; round < stop; round += lanes.lanes()) {
      int flags = 0;
      for (int lane = 0; lane < lanes.lanes(); lane++) {
        long window = windows[lane];
        long due = (window >>> wordBits) - 1 >> 63;
        long word = LittleEndian.int64(in, next) & wordMask;
        window += (word + wordMask << ~Long.numberOfLeadingZeros(window)) & due;
        next += wordBits / 8 & (int) due;
        int entry = singles[(int) window & singles.length - 1];
        symbols[round + lane] = (byte) (entry >>> DecodeTable.SYMBOL);
        windows[lane] = window >>> entry;
        flags |= entry;
      }
      if ((flags & DecodeTable.ESCAPE) != 0) {
        int end = round + lanes.lanes();
        next = lanes.takeLiterals(table.placeholder(), in, next, symbols, round, end);
      }
    }
    return next;
  }

  /** Full rounds of two symbols a lane. */
  static int twos(
      DecoderLanes lanes, DecodeTable table, byte[] in, int at, byte[] symbols, int stop) {
    long[] windows = lanes.windows;
    int[] singles = table.singles();
    int wordBits = lanes.wordBits();
    long wordMask = (1L << wordBits) - 1;
    int next = at;
    for (int i = 0; i < stop; ) {
      int round = i;
      int flags = 0;
      for (int lane = 0; lane < lanes.lanes(); lane++, i += 2) {
        long window = windows[lane];
        long due = (window >>> wordBits) - 1 >> 63;
        long word = LittleEndian.int64(in, next) & wordMask;
        window += (word + wordMask << ~Long.numberOfLeadingZeros(window)) & due;
        next += wordBits / 8 & (int) due;
        int first = singles[(int) window & singles.length - 1];
        window >>>= first;
        int second = singles[(int) window & singles.length - 1];
        windows[lane] = window >>> second;
        symbols[i] = (byte) (first >>> DecodeTable.SYMBOL);
        symbols[i + 1] = (byte) (second >>> DecodeTable.SYMBOL);
        flags |= first | second;
      }
      if ((flags & DecodeTable.ESCAPE) != 0) {
        next = lanes.takeLiterals(table.placeholder(), in, next, symbols, round, i);
      }
    }
    return next;
  }
}
