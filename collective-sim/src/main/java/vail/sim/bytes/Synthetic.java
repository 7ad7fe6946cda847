package vail.sim.bytes;

import vail.tensor.ElementType;

/**
 * Made-up elements that are distributed like gradients and activations: nearly normal, with a scale
 * for each channel that is the same at all dies. The same seed gives the same elements everywhere.
 */
public final class Synthetic implements Vectors {
  private static final int CHANNELS = 512;
  private static final int WORDS = 4;
  private static final int WORD_BITS = Short.SIZE;
  private static final double MEAN = WORDS * 65_535 / 2.0;
  private static final double DEVIATION = Math.sqrt(WORDS * (65_536.0 * 65_536 - 1) / 12);

  /** Powers of two: most channels lie within a factor of four, as in recorded activations. */
  private static final double SPREAD = 1;

  private final Arithmetic arithmetic;
  private final int elementBytes;
  private final long seed;
  private final double[] scales = new double[CHANNELS];

  /**
   * Elements of a type.
   *
   * @throws IllegalArgumentException if nobody adds such
   */
  public Synthetic(ElementType type, long seed) {
    arithmetic =
        Arithmetic.of(type)
            .orElseThrow(
                () -> new IllegalArgumentException("elements of type " + type + " are not added"));
    elementBytes = type.bits() / Byte.SIZE;
    this.seed = seed;
    for (int channel = 0; channel < CHANNELS; channel++) {
      scales[channel] = StrictMath.pow(2, SPREAD * normal(Noise.of(seed, -1, channel)));
    }
  }

  @Override
  public void fill(int die, long first, byte[] to, int at, int bytes) {
    for (int i = 0; i < bytes / elementBytes; i++) {
      long element = first + i;
      double scale = scales[(int) (element % CHANNELS)];
      double number = scale * normal(Noise.of(seed, die, element));
      arithmetic.put(number, to, at + i * elementBytes);
    }
  }

  /** The sum of four evenly distributed numbers, moved and scaled to mean 0 and deviation 1. */
  private static double normal(long noise) {
    int sum = 0;
    for (int word = 0; word < WORDS; word++) {
      sum += (int) (noise >>> word * WORD_BITS) & 0xffff;
    }
    return (sum - MEAN) / DEVIATION;
  }
}
