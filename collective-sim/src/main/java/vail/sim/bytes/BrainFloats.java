package vail.sim.bytes;

/** Sums of bfloat16: two are added as binary32, which has bits enough for rounding twice. */
final class BrainFloats implements Arithmetic {
  private static final short NAN = 0x7fc0;

  @Override
  public void add(byte[] a, byte[] b, byte[] sums) {
    for (int at = 0; at < sums.length; at += Short.BYTES) {
      float sum =
          number((short) Elements.SHORTS.get(a, at)) + number((short) Elements.SHORTS.get(b, at));
      Elements.SHORTS.set(sums, at, nearest(sum));
    }
  }

  @Override
  public void put(double number, byte[] to, int at) {
    Elements.SHORTS.set(to, at, nearest((float) number));
  }

  private static float number(short element) {
    return Float.intBitsToFloat(element << 16);
  }

  private static short nearest(float number) {
    int bits = Float.floatToRawIntBits(number);
    int rounded = bits + 0x7fff + (bits >>> 16 & 1);
    return Float.isNaN(number) ? NAN : (short) (rounded >>> 16);
  }
}
