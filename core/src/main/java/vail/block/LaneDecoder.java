package vail.block;

import java.util.Arrays;

/**
 * Reads payloads of every layout (B-08 to B-12).
 *
 * <p>Only says whether something is wrong, not what. It may run past the end of a wrong payload,
 * but never by more than the most that so many symbols can take, which the array has room for.
 */
final class LaneDecoder {
  /** A lane's unread bits under a sentinel: the highest bit that is set does not belong to them. */
  private final long[] windows = new long[64];

  private boolean codedLiteral;

  /** As {@link PayloadCoder#decode}; returns whether the payload keeps the rules. */
  boolean decode(
      DecodeTable table,
      Rounds rounds,
      int wordBits,
      byte[] in,
      int at,
      int bytes,
      byte[] symbols) {
    int[] entries = table.entries();
    long wordMask = (1L << wordBits) - 1;
    int next = at;
    Arrays.fill(windows, 0, rounds.lanes(), 1);
    codedLiteral = false;
    for (int round = 0; round < rounds.count(); round++) {
      int stop = rounds.end(round);
      int flags = 0;
      int lane = 0;
      for (int i = rounds.first(round); i < stop; lane++) {
        // Without a branch, because whether a word is due cannot be predicted.
        long window = windows[lane];
        long due = (window >>> wordBits) - 1 >> 63;
        long word = LittleEndian.int64(in, next) & wordMask;
        window += (word + wordMask << 63 - Long.numberOfLeadingZeros(window)) & due;
        next += wordBits / 8 & (int) due;
        for (int laneStop = Math.min(i + rounds.perLane(), stop); i < laneStop; i++) {
          int entry = entries[(int) window & entries.length - 1];
          symbols[i] = (byte) (entry >>> DecodeTable.SYMBOL);
          window >>>= entry;
          flags |= entry;
        }
        windows[lane] = window;
      }
      if ((flags & DecodeTable.ESCAPE) != 0) {
        next = takeLiterals(table, in, next, symbols, rounds.first(round), stop);
      }
    }
    return next == at + bytes && !codedLiteral && nothingUnread(rounds.lanes());
  }

  private int takeLiterals(
      DecodeTable table, byte[] in, int from, byte[] symbols, int first, int stop) {
    int next = from;
    for (int i = first; i < stop; i++) {
      if (symbols[i] == table.placeholder()) {
        symbols[i] = in[next++];
        codedLiteral |= table.coded(symbols[i]);
      }
    }
    return next;
  }

  /** Whether no lane holds more than zeros and its sentinel. */
  private boolean nothingUnread(int lanes) {
    long ones = 0;
    for (int lane = 0; lane < lanes; lane++) {
      ones |= windows[lane] & windows[lane] - 1;
    }
    return ones == 0;
  }
}
