package vail.sim.bytes;

/** Sums of binary32. */
final class SingleFloats implements Arithmetic {
  @Override
  public void add(byte[] a, byte[] b, byte[] sums) {
    for (int at = 0; at < sums.length; at += Float.BYTES) {
      put((float) Elements.FLOATS.get(a, at) + (float) Elements.FLOATS.get(b, at), sums, at);
    }
  }

  @Override
  public void put(double number, byte[] to, int at) {
    put((float) number, to, at);
  }

  /** Not the raw bits: every NaN becomes the one. */
  private static void put(float number, byte[] to, int at) {
    Elements.INTS.set(to, at, Float.floatToIntBits(number));
  }
}
