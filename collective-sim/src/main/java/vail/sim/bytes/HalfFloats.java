package vail.sim.bytes;

/** Sums of binary16: two are added as binary32, which has bits enough for rounding twice. */
final class HalfFloats implements Arithmetic {
  private static final short NAN = 0x7e00;

  @Override
  public void add(byte[] a, byte[] b, byte[] sums) {
    for (int at = 0; at < sums.length; at += Short.BYTES) {
      float sum = number(a, at) + number(b, at);
      Elements.SHORTS.set(sums, at, nearest(sum));
    }
  }

  @Override
  public void put(double number, byte[] to, int at) {
    Elements.SHORTS.set(to, at, nearest((float) number));
  }

  private static float number(byte[] row, int at) {
    return Float.float16ToFloat((short) Elements.SHORTS.get(row, at));
  }

  private static short nearest(float number) {
    return Float.isNaN(number) ? NAN : Float.floatToFloat16(number);
  }
}
