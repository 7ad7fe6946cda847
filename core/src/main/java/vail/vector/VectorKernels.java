package vail.vector;

import java.time.Duration;
import java.util.Optional;
import jdk.incubator.vector.VectorShape;
import vail.block.PayloadCoder;
import vail.block.TriedKernels;

/** The way into this room, taken by name. */
public final class VectorKernels implements TriedKernels {
  private static final int NEEDED_BITS = 512;

  /** Long enough for the JVM to compile the kernels on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** For whoever finds the class by its name. */
  public VectorKernels() {}

  @Override
  public PayloadCoder get() {
    return new VectorPayload();
  }

  @Override
  public Optional<String> whyNot() {
    return Found.WHY_NOT;
  }

  /** What was found when it was first asked for. */
  private static final class Found {
    private static final Optional<String> WHY_NOT = whyNot(widestBits());
  }

  /** The bits of the widest vectors that the JVM has on this processor. */
  static int widestBits() {
    return VectorShape.preferredShape().vectorBitSize();
  }

  /** Only what the JVM's own words leave open is measured: vectors of objects are slow to try. */
  static Optional<String> whyNot(int widestBits) {
    if (widestBits < NEEDED_BITS) {
      return Optional.of(
          "its kernels want vectors of 512 bits (on x86: AVX-512 with VBMI and VBMI2), and the"
              + " widest that the JVM has on this processor have "
              + widestBits);
    }
    return new Trial().whyNot(PATIENCE);
  }
}
