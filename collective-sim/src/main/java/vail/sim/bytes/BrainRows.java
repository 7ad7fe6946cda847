package vail.sim.bytes;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Adds a row of bfloat16, two in an int, in loops of either ints or floats: compilers turn each of
 * these into vector instructions, and none that mixes the two. What is an int here and a float
 * there is copied in between.
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

  private final int[] a = new int[INTS];
  private final int[] b = new int[INTS];
  private final int[] lower = new int[INTS];
  private final int[] upper = new int[INTS];
  private final float[] x = new float[INTS];
  private final float[] y = new float[INTS];

  /** Writes the sums of the elements of a row, which begins at a byte of all three arrays. */
  void add(byte[] left, byte[] right, byte[] sums, int at) {
    MemorySegment.copy(MemorySegment.ofArray(left), INT, at, a, 0, INTS);
    MemorySegment.copy(MemorySegment.ofArray(right), INT, at, b, 0, INTS);
    addUpper();
    addLower();
    for (int i = 0; i < INTS; i++) {
      upper[i] |= lower[i] >>> Short.SIZE;
    }
    MemorySegment.copy(upper, 0, MemorySegment.ofArray(sums), INT, at, INTS);
  }

  private void addUpper() {
    keepUpper(a, upper);
    copy(upper, x);
    keepUpper(b, upper);
    copy(upper, y);
    addTo(upper);
  }

  private void addLower() {
    raiseLower(a, lower);
    copy(lower, x);
    raiseLower(b, lower);
    copy(lower, y);
    addTo(lower);
  }

  private static void keepUpper(int[] from, int[] to) {
    for (int i = 0; i < INTS; i++) {
      to[i] = from[i] & UPPER;
    }
  }

  private static void raiseLower(int[] from, int[] to) {
    for (int i = 0; i < INTS; i++) {
      to[i] = from[i] << Short.SIZE;
    }
  }

  private void addTo(int[] sums) {
    for (int i = 0; i < INTS; i++) {
      x[i] += y[i];
    }
    MemorySegment.copy(MemorySegment.ofArray(x), 0, MemorySegment.ofArray(sums), 0, BYTES);
    round(sums);
  }

  /** To nearest, ties to even; what is larger than infinity is no number. */
  private static void round(int[] sums) {
    for (int i = 0; i < INTS; i++) {
      int sum = sums[i];
      int noNumber = INFINITY - (sum & Integer.MAX_VALUE) >> Integer.SIZE - 1;
      int rounded = sum + 0x7fff + (sum >>> Short.SIZE & 1);
      sums[i] = (rounded & ~noNumber | NAN & noNumber) & UPPER;
    }
  }

  private static void copy(int[] from, float[] to) {
    MemorySegment.copy(MemorySegment.ofArray(from), 0, MemorySegment.ofArray(to), 0, BYTES);
  }
}
