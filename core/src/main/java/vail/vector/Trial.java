package vail.vector;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import vail.block.ScalarPayload;

/**
 * Measures whether the vector kernels are faster than the scalar ones here and now. Without the
 * instructions they want, every vector is an object and they are a hundred times slower.
 *
 * <p>It also makes the JVM compile them: before it has, they are as slow as that anywhere.
 */
final class Trial {
  private static final int REPEATS = 9;

  private final TrialSide vector = new TrialSide(VectorPayload::new);
  private final TrialSide scalar = new TrialSide(ScalarPayload::new);

  /**
   * Why the vector kernels do not pay, empty if they do.
   *
   * @param patience how long they may stay slower before they are given up
   */
  Optional<String> whyNot(Duration patience) {
    long start = System.nanoTime();
    double times = timesSlower();
    while (times >= 1 && System.nanoTime() - start < patience.toNanos()) {
      times = timesSlower();
    }
    return times < 1
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "measured %.0f times slower than java-scalar: on this processor the JVM has no"
                    + " instructions for what its kernels do with 64 bytes at once (look up,"
                    + " compress, expand; on x86: AVX-512 with VBMI and VBMI2)",
                times));
  }

  /** Of all they have to do, the worst. */
  private double timesSlower() {
    double encode = (double) fastest(vector::encode) / fastest(scalar::encode);
    double together = (double) fastest(vector::decodeTogether) / fastest(scalar::decodeTogether);
    double alone = (double) fastest(vector::decodeAlone) / fastest(scalar::decodeAlone);
    return Math.max(encode, Math.max(together, alone));
  }

  /** Nanoseconds, at least one; the fastest of a few, which other programs have not disturbed. */
  private static long fastest(Runnable work) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < REPEATS; i++) {
      long before = System.nanoTime();
      work.run();
      fastest = Math.min(fastest, System.nanoTime() - before);
    }
    return Math.max(1, fastest);
  }
}
