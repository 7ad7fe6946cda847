package vail.bench.data;

/** Values in eight bits: sign, four bits of exponent with bias 7, three of mantissa. */
public final class E4m3 {
  private static final float LARGEST = 448;
  private static final float LEAST_NORMAL = 0x1p-6f;

  private E4m3() {}

  /** The nearest codes, with one scale for all so that the largest magnitude becomes 448. */
  public static byte[] of(float[] values) {
    float largest = Float.MIN_NORMAL;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    byte[] codes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      int sign = values[i] < 0 ? 0x80 : 0;
      codes[i] = (byte) (sign | code(Math.abs(values[i]) * (LARGEST / largest)));
    }
    return codes;
  }

  /** The same for bf16 values, given as their bytes in memory order. */
  public static byte[] of(byte[] bf16) {
    float[] values = new float[bf16.length / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(bf16[2 * i + 1] << 24 | (bf16[2 * i] & 0xff) << 16);
    }
    return of(values);
  }

  /** The nearest code of a magnitude up to 448. */
  private static int code(float magnitude) {
    if (magnitude < LEAST_NORMAL) {
      return (int) Math.rint(magnitude * 512);
    }
    int exponent = Math.getExponent(magnitude);
    return (exponent + 6) * 8 + (int) Math.rint(Math.scalb(magnitude, 3 - exponent));
  }
}
