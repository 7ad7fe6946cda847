package vail.block;

import java.util.BitSet;

/** The bits of one lane, first bit first, and how far they have been copied out. */
final class LaneBits {
  private final BitSet bits = new BitSet();
  private int length;
  private int copied;

  void append(int code, int codeLength) {
    for (int bit = 0; bit < codeLength; bit++) {
      bits.set(length++, (code >>> bit & 1) != 0);
    }
  }

  /** Copies the next word, low bits first; zeros follow after the last bit. Returns the new end. */
  int copyWord(int wordBits, byte[] out, int at) {
    for (int octet = 0; octet < wordBits / 8; octet++) {
      int value = 0;
      for (int bit = 0; bit < 8; bit++) {
        value |= bits.get(copied++) ? 1 << bit : 0;
      }
      out[at + octet] = (byte) value;
    }
    return at + wordBits / 8;
  }
}
