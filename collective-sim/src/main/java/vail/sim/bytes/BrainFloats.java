package vail.sim.bytes;

/**
 * Sums of bfloat16: two are added as binary32, which has bits enough for rounding twice. Long rows
 * go through {@link BrainRows}; it was measured twice as fast.
 */
final class BrainFloats implements Arithmetic {
  private static final short NAN = 0x7fc0;

  @Override
  public void add(byte[] a, byte[] b, byte[] sums) {
    int at = 0;
    if (sums.length >= BrainRows.BYTES) {
      BrainRows rows = new BrainRows();
      for (; at + BrainRows.BYTES <= sums.length; at += BrainRows.BYTES) {
        rows.add(a, b, sums, at);
      }
    }
    for (; at < sums.length; at += Short.BYTES) {
      float sum = number(a, at) + number(b, at);
      Elements.SHORTS.set(sums, at, nearest(sum));
    }
  }

  @Override
  public void put(double number, byte[] to, int at) {
    Elements.SHORTS.set(to, at, nearest((float) number));
  }

  private static float number(byte[] row, int at) {
    return Float.intBitsToFloat((short) Elements.SHORTS.get(row, at) << 16);
  }

  private static short nearest(float number) {
    int bits = Float.floatToRawIntBits(number);
    int rounded = bits + 0x7fff + (bits >>> 16 & 1);
    return Float.isNaN(number) ? NAN : (short) (rounded >>> 16);
  }
}
