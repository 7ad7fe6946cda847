package vail.sim.bytes;

/**
 * Sums of integers modulo two to the number of their bits, signed or not.
 *
 * @param bytes of an element: 1, 2, 4 or 8
 */
record Integers(int bytes) implements Arithmetic {
  /** Numbers of the size of tensors, which are mostly less than 1, fill a good part of a byte. */
  private static final double SCALE = 32;

  @Override
  public void add(byte[] a, byte[] b, byte[] sums) {
    switch (bytes) {
      case Byte.BYTES -> addBytes(a, b, sums);
      case Short.BYTES -> addShorts(a, b, sums);
      case Integer.BYTES -> addInts(a, b, sums);
      default -> addLongs(a, b, sums);
    }
  }

  private static void addBytes(byte[] a, byte[] b, byte[] sums) {
    for (int at = 0; at < sums.length; at++) {
      sums[at] = (byte) (a[at] + b[at]);
    }
  }

  private static void addShorts(byte[] a, byte[] b, byte[] sums) {
    for (int at = 0; at < sums.length; at += Short.BYTES) {
      int sum = (short) Elements.SHORTS.get(a, at) + (short) Elements.SHORTS.get(b, at);
      Elements.SHORTS.set(sums, at, (short) sum);
    }
  }

  private static void addInts(byte[] a, byte[] b, byte[] sums) {
    for (int at = 0; at < sums.length; at += Integer.BYTES) {
      Elements.INTS.set(sums, at, (int) Elements.INTS.get(a, at) + (int) Elements.INTS.get(b, at));
    }
  }

  private static void addLongs(byte[] a, byte[] b, byte[] sums) {
    for (int at = 0; at < sums.length; at += Long.BYTES) {
      Elements.LONGS.set(
          sums, at, (long) Elements.LONGS.get(a, at) + (long) Elements.LONGS.get(b, at));
    }
  }

  @Override
  public void put(double number, byte[] to, int at) {
    long element = Math.round(number * SCALE);
    for (int i = 0; i < bytes; i++) {
      to[at + i] = (byte) (element >> Byte.SIZE * i);
    }
  }
}
