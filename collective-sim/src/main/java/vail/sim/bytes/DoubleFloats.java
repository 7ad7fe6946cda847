package vail.sim.bytes;

/** Sums of binary64. */
final class DoubleFloats implements Arithmetic {
  @Override
  public void add(byte[] a, byte[] b, byte[] sums) {
    for (int at = 0; at < sums.length; at += Double.BYTES) {
      put((double) Elements.DOUBLES.get(a, at) + (double) Elements.DOUBLES.get(b, at), sums, at);
    }
  }

  /** Not the raw bits: every NaN becomes the one. */
  @Override
  public void put(double number, byte[] to, int at) {
    Elements.LONGS.set(to, at, Double.doubleToLongBits(number));
  }
}
