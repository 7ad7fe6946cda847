package vail.vector;

import java.util.Arrays;
import vail.block.PayloadCoder;

/** Encodes payloads of 64 lanes, words of 8 bits and short books. Belongs to one thread. */
final class WideEncoder {
  private final byte[] held = new byte[64];
  private final byte[] bits = new byte[64];

  /** As {@link PayloadCoder#encode}. */
  int encode(WideEncodeTable table, byte[] symbols, int count, byte[] out, int at) {
    int rounds = count / 64;
    int rest = count % 64;
    // Backwards, so that the bytes come to lie at the end of the room, and then go to its start.
    int end = at + PayloadCoder.MAX_PAYLOAD;
    int start = startLanes(table, symbols, 64 * rounds, rest, out, end);
    if (rounds == 0) {
      start -= rest;
      System.arraycopy(bits, 0, out, start, rest);
    } else {
      EncodeRounds.align(table, symbols, rounds, held);
      for (int lane = 0; lane < rest; lane++) {
        held[lane] = (byte) (held[lane] & 7);
      }
      start = EncodeRounds.write(table, symbols, rounds, held, bits, out, start);
    }
    System.arraycopy(out, start, out, at, end - start);
    return end - start;
  }

  /** The last round, where it is not full: lane by lane, because it comes once a block. */
  private int startLanes(
      WideEncodeTable table, byte[] symbols, int first, int lanes, byte[] out, int end) {
    Arrays.fill(bits, (byte) 0);
    int start = end;
    for (int lane = lanes - 1; lane >= 0; lane--) {
      int symbol = symbols[first + lane] & 0xff;
      bits[lane] = table.codes[symbol];
      if (table.lengths[symbol] < 0) {
        out[--start] = (byte) symbol;
      }
    }
    return start;
  }
}
