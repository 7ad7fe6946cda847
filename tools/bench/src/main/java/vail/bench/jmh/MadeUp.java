package vail.bench.jmh;

import java.util.Random;
import vail.bench.data.E4m3;
import vail.bench.data.PlaneKind;
import vail.bench.data.Recording;

/**
 * Planes of made-up weights: normal values whose scale differs from row to row (log-normal), as in
 * trained matrices. Entropies come within a few percent of recorded ones.
 */
final class MadeUp {
  private static final int ROWS = 512;
  private static final int COLUMNS = 1024;
  private static final double SIGMA = 0.02;
  private static final double ROW_SPREAD = 0.25;

  private MadeUp() {}

  static Sample sample(PlaneKind kind) {
    return new Sample(plane(kind, 280), plane(kind, 1000), "made up, seeds 280 and 1000");
  }

  private static byte[] plane(PlaneKind kind, long seed) {
    float[] values = values(seed);
    return switch (kind) {
      case EXPONENT -> Recording.exponents(bf16(values));
      case E4M3 -> E4m3.of(values);
      case BYTES -> bf16(values);
    };
  }

  private static float[] values(long seed) {
    Random random = new Random(seed);
    float[] values = new float[ROWS * COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      double scale = SIGMA * Math.exp(ROW_SPREAD * random.nextGaussian());
      for (int i = row * COLUMNS; i < (row + 1) * COLUMNS; i++) {
        values[i] = (float) (scale * random.nextGaussian());
      }
    }
    return values;
  }

  /** Rounds to the nearest bf16 and gives its two bytes, low byte first. */
  private static byte[] bf16(float[] values) {
    byte[] bytes = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      int bits = Float.floatToIntBits(values[i]) + 0x8000;
      bytes[2 * i] = (byte) (bits >>> 16);
      bytes[2 * i + 1] = (byte) (bits >>> 24);
    }
    return bytes;
  }
}
