package vail.code;

/** Turns code lengths into codes (C-05). */
final class CanonicalCodes {
  private CanonicalCodes() {}

  /**
   * The codes of 257 lengths, first bit of the stream in bit 0.
   *
   * <p>Codes are counted up over (length, symbol), the escape last within its length because its
   * index is the highest; each is then reversed, so that a decoder looks at the low bits of its
   * window.
   */
  static short[] of(CodeLengths lengths) {
    int[] next = firstOfEachLength(lengths);
    short[] codes = new short[CodeLengths.COUNT];
    for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
      int length = lengths.of(symbol);
      if (length > 0) {
        codes[symbol] = (short) (Integer.reverse(next[length]) >>> 32 - length);
        next[length]++;
      }
    }
    return codes;
  }

  private static int[] firstOfEachLength(CodeLengths lengths) {
    int longest = BookClass.LONG.maxLength();
    int[] codes = new int[longest + 1];
    for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
      codes[lengths.of(symbol)]++;
    }
    int[] first = new int[longest + 1];
    for (int length = 2; length <= longest; length++) {
      first[length] = first[length - 1] + codes[length - 1] << 1;
    }
    return first;
  }
}
