package vail.sim.bytes;

import vail.tensor.ElementType;

/**
 * Elements among which some are hard to add: zeros and subnormals of either sign, infinities and
 * NaNs with payloads; of integers, 0, -1 and both ends.
 *
 * @param vectors the others
 * @param type of elements
 * @param seed decides which, and where
 */
public record Specials(Vectors vectors, ElementType type, long seed) implements Vectors {
  /** One of so many elements is special. */
  private static final int EVERY = 61;

  private static final int EXPONENT_BIT = 8;
  private static final int MANTISSA_BIT = 9;

  @Override
  public void fill(int die, long first, byte[] to, int at, int bytes) {
    vectors.fill(die, first, to, at, bytes);
    int elementBytes = type.bits() / Byte.SIZE;
    for (int i = 0; i < bytes / elementBytes; i++) {
      long noise = Noise.of(~seed, die, first + i);
      if (Long.remainderUnsigned(noise, EVERY) == 0) {
        put(special(noise), to, at + i * elementBytes, elementBytes);
      }
    }
  }

  /** Any sign, the exponent all zeros or all ones, and a mantissa of zeros or of noise. */
  private long special(long noise) {
    int mantissaBits = mantissaBits();
    long sign = noise >>> -1 << type.bits() - 1;
    long exponent = (1L << type.bits() - 1) - (1L << mantissaBits);
    long mantissa = noise >>> Short.SIZE & (1L << mantissaBits) - 1;
    return sign
        | ((noise >>> EXPONENT_BIT & 1) == 0 ? 0 : exponent)
        | ((noise >>> MANTISSA_BIT & 1) == 0 ? 0 : mantissa);
  }

  /** An integer has no mantissa: what is left is all zeros or all ones. */
  private int mantissaBits() {
    return switch (type.format()) {
      case BF16 -> 7;
      case FP16 -> 10;
      case FP32 -> 23;
      case FP64 -> 52;
      case E4M3 -> 3;
      case E5M2, E3M2 -> 2;
      case E2M3 -> 3;
      case E2M1 -> 1;
      case E8M0, OTHER -> 0;
    };
  }

  private static void put(long bits, byte[] to, int at, int bytes) {
    for (int i = 0; i < bytes; i++) {
      to[at + i] = (byte) (bits >>> Byte.SIZE * i);
    }
  }
}
