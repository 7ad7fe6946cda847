package vail.cli.sim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vail.cli.UsageException;
import vail.sim.model.Frames;
import vail.sim.plan.Codec;

/**
 * How large frames are.
 *
 * @param ratio of coded to raw size with a fixed codebook
 * @param book bytes of the codebook that goes with a frame of three stages
 */
record Coding(BigDecimal ratio, int book) {
  /** What a codebook of each frame's own saves more than a fixed one, at best. */
  private static final BigDecimal OWN_BOOK = new BigDecimal("0.995");

  /** What frames of bf16 activations take with a fixed codebook. */
  static final String BF16 = "0.787";

  private static final int MOST_DIGITS = 6;

  /** Refuses what is no ratio. */
  Coding {
    if (ratio.signum() <= 0 || ratio.compareTo(BigDecimal.ONE) > 0 || ratio.scale() > MOST_DIGITS) {
      throw new UsageException(
          "--ratio: more than 0 to 1 is accepted, in at most 6 digits, not " + ratio);
    }
    if (book < 0) {
      throw new UsageException("--codebook: 0 or more is accepted, not " + book);
    }
  }

  /** A measured ratio, in as many digits as are accepted. */
  static Coding measured(double ratio, Coding otherwise) {
    BigDecimal digits = BigDecimal.valueOf(ratio).setScale(MOST_DIGITS, RoundingMode.HALF_UP);
    return new Coding(digits.min(BigDecimal.ONE), otherwise.book());
  }

  /** Sizes of frames of a codec. */
  Frames frames(Codec codec) {
    return switch (codec) {
      case NONE -> Frames.RAW;
      case SINGLE -> frames(ratio, 0);
      case THREE -> frames(ownRatio(), book);
    };
  }

  /** Of frames with a codebook of their own, which is not counted. */
  BigDecimal ownRatio() {
    return ratio.multiply(OWN_BOOK);
  }

  private static Frames frames(BigDecimal part, int overhead) {
    int digits = Math.max(0, part.scale());
    return new Frames(
        part.movePointRight(digits).longValueExact(),
        BigDecimal.TEN.pow(digits).longValueExact(),
        overhead);
  }
}
