package vail.sim.bytes;

/** Floats of eight bits, by the numbers that their codes stand for. */
enum ByteFloat {
  /** Four exponent bits, bias 7; no infinity, one NaN a sign. */
  E4M3(3, 7, 0x7e, 0x7f),
  /** Five exponent bits, bias 15, as in IEEE 754. */
  E5M2(2, 15, 0x7c, 0x7e);

  private static final int SIGN = 0x80;

  private final int mantissaBits;
  private final int bias;
  private final int top;
  private final int nan;

  /**
   * A format.
   *
   * @param mantissaBits bits below the exponent
   * @param bias of the exponent
   * @param top the code of what overflows: the largest number, or infinity
   * @param nan the quiet NaN without payload
   */
  ByteFloat(int mantissaBits, int bias, int top, int nan) {
    this.mantissaBits = mantissaBits;
    this.bias = bias;
    this.top = top;
    this.nan = nan;
  }

  /** The number of a code. */
  double number(int code) {
    int magnitude = code & ~SIGN;
    double number =
        magnitude > top
            ? Double.NaN
            : this == E5M2 && magnitude == top ? Double.POSITIVE_INFINITY : finite(magnitude);
    return (code & SIGN) == 0 ? number : -number;
  }

  /** The number that a code would have if no exponent meant anything special. */
  private double finite(int magnitude) {
    int exponent = magnitude >>> mantissaBits;
    int mantissa = magnitude & (1 << mantissaBits) - 1;
    return exponent == 0
        ? Math.scalb((double) mantissa, 1 - bias - mantissaBits)
        : Math.scalb((double) (mantissa | 1 << mantissaBits), exponent - bias - mantissaBits);
  }

  /** The code of the nearest number, of two the even code. */
  int nearest(double number) {
    if (Double.isNaN(number)) {
      return nan;
    }
    int sign = Double.doubleToRawLongBits(number) < 0 ? SIGN : 0;
    double magnitude = Math.abs(number);
    int code = 0;
    for (int step = SIGN / 2; step > 0; step /= 2) {
      code += code + step <= top && finite(code + step) <= magnitude ? step : 0;
    }
    if (code < top) {
      double above = finite(code + 1) - magnitude;
      double below = magnitude - finite(code);
      code += above < below || (above == below && code % 2 == 1) ? 1 : 0;
    }
    return sign | code;
  }
}
