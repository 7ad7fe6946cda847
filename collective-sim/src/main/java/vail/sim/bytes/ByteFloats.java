package vail.sim.bytes;

/** Sums of floats of eight bits, looked up: there are but 65,536. */
final class ByteFloats implements Arithmetic {
  static final ByteFloats E4M3 = new ByteFloats(ByteFloat.E4M3);
  static final ByteFloats E5M2 = new ByteFloats(ByteFloat.E5M2);

  private final ByteFloat format;
  private final byte[] sumOf = new byte[1 << 2 * Byte.SIZE];

  private ByteFloats(ByteFloat format) {
    this.format = format;
    for (int pair = 0; pair < sumOf.length; pair++) {
      double sum = format.number(pair >>> Byte.SIZE) + format.number(pair & 0xff);
      sumOf[pair] = (byte) format.nearest(sum);
    }
  }

  @Override
  public void add(byte[] a, byte[] b, byte[] sums) {
    for (int at = 0; at < sums.length; at++) {
      sums[at] = sumOf[(a[at] & 0xff) << Byte.SIZE | b[at] & 0xff];
    }
  }

  @Override
  public void put(double number, byte[] to, int at) {
    to[at] = (byte) format.nearest(number);
  }
}
