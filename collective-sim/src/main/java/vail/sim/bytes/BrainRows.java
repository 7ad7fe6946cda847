package vail.sim.bytes;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Adds a row of bfloat16, two in an int, in loops of either ints or floats: compilers turn each of
 * these into vector instructions, and none that mixes the two. Floats are written and read as ints
 * where they lie.
 */
final class BrainRows {
  /** Bytes of a row. */
  static final int BYTES = 4096;

  private static final int INTS = BYTES / Integer.BYTES;
  private static final int UPPER = 0xffff_0000;
  private static final int NAN = 0x7fc0_0000;
  private static final int INFINITY = 0x7f80_0000;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final float[] x = new float[INTS];
  private final float[] y = new float[INTS];
  private final MemorySegment xBits = MemorySegment.ofArray(x);
  private final MemorySegment yBits = MemorySegment.ofArray(y);
  private final int[] upper = new int[INTS];

  /** Writes the sums of the elements of a row, which begins at a byte of all three arrays. */
  void add(byte[] left, byte[] right, byte[] sums, int at) {
    MemorySegment a = MemorySegment.ofArray(left).asSlice(at, BYTES);
    MemorySegment b = MemorySegment.ofArray(right).asSlice(at, BYTES);
    upperTo(a, xBits);
    upperTo(b, yBits);
    add(x, y);
    roundUpper();
    lowerTo(a, xBits);
    lowerTo(b, yBits);
    add(x, y);
    roundBoth(MemorySegment.ofArray(sums).asSlice(at, BYTES));
  }

  private static void upperTo(MemorySegment from, MemorySegment to) {
    for (int i = 0; i < INTS; i++) {
      set(to, i, get(from, i) & UPPER);
    }
  }

  private static void lowerTo(MemorySegment from, MemorySegment to) {
    for (int i = 0; i < INTS; i++) {
      set(to, i, get(from, i) << Short.SIZE);
    }
  }

  private static void add(float[] to, float[] more) {
    for (int i = 0; i < INTS; i++) {
      to[i] += more[i];
    }
  }

  private void roundUpper() {
    for (int i = 0; i < INTS; i++) {
      upper[i] = round(get(xBits, i));
    }
  }

  private void roundBoth(MemorySegment sums) {
    for (int i = 0; i < INTS; i++) {
      set(sums, i, upper[i] | round(get(xBits, i)) >>> Short.SIZE);
    }
  }

  /** To nearest, ties to even; what is larger than infinity is no number. */
  private static int round(int sum) {
    int noNumber = INFINITY - (sum & Integer.MAX_VALUE) >> Integer.SIZE - 1;
    int rounded = sum + 0x7fff + (sum >>> Short.SIZE & 1);
    return (rounded & ~noNumber | NAN & noNumber) & UPPER;
  }

  private static int get(MemorySegment bits, int index) {
    return bits.get(INT, (long) index * Integer.BYTES);
  }

  private static void set(MemorySegment bits, int index, int number) {
    bits.set(INT, (long) index * Integer.BYTES, number);
  }
}
