package vail.block;

import vail.fault.Fault;
import vail.fault.VailFormatException;

/** Takes words and literals from a payload and never reads past its end (B-13). */
final class PayloadReader {
  private final byte[] in;
  private final int start;
  private final int end;
  private int next;

  PayloadReader(byte[] in, int at, int bytes) {
    this.in = in;
    this.start = at;
    this.end = at + bytes;
    this.next = at;
  }

  /** The next 8, 16 or 32 bits, little-endian. */
  long word(int wordBits) {
    if (remaining() < wordBits / 8) {
      throw new VailFormatException(
          Fault.SYMBOL_COUNT_MISMATCH, position(), "the payload ends before the last symbol");
    }
    long word = 0;
    for (int shift = 0; shift < wordBits; shift += 8) {
      word |= (in[next++] & 0xffL) << shift;
    }
    return word;
  }

  /** Bytes taken so far. */
  int position() {
    return next - start;
  }

  int remaining() {
    return end - next;
  }
}
