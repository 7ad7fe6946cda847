package vail.conform.dut;

import java.time.Duration;
import vail.conform.wire.Request;

/**
 * How long an answer may take: 5 seconds, or 30 to start and to train, times a factor for slow
 * implementations such as simulated hardware.
 *
 * @param scale 1 for software
 */
public record Patience(double scale) {
  /** For software. */
  public static final Patience USUAL = new Patience(1);

  private static final long CODING_MILLIS = 5_000;
  private static final long LONG_MILLIS = 30_000;

  /** Rejects what is no factor. */
  public Patience {
    if (!(scale > 0 && scale <= 100_000)) {
      throw new IllegalArgumentException("a time scale must be above 0 and at most 100000");
    }
  }

  Duration of(Request request) {
    boolean takesLonger = request instanceof Request.Hello || request instanceof Request.Train;
    return Duration.ofMillis((long) ((takesLonger ? LONG_MILLIS : CODING_MILLIS) * scale));
  }
}
