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
    short[] codes = new short[CodeLengths.COUNT];
    int next = 0;
    for (int length = 1; length <= BookClass.LONG.maxLength(); length++) {
      for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
        if (lengths.of(symbol) == length) {
          codes[symbol] = (short) (Integer.reverse(next) >>> 32 - length);
          next++;
        }
      }
      next <<= 1;
    }
    return codes;
  }
}
