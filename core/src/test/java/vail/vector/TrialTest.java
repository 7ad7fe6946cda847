package vail.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vail.testing.Absence;

class TrialTest {
  private static final int BITS = VectorKernels.widestBits();

  @Test
  void measuresThatVectorsOfObjectsAreSlower() {
    if (BITS >= 512) {
      throw Absence.ofProcessor("a look at vectors of objects", "here vectors have 512 bits");
    }

    String reason = new Trial().whyNot(Duration.ofMillis(1)).orElseThrow();

    assertTrue(reason.matches("measured \\d+ times slower than java-scalar: .*VBMI2\\)"), reason);
  }

  @Test
  void tellsTheVectorsThatTheJvmHasWhereTheyAreTooShort() {
    String reason = VectorKernels.whyNot(256).orElseThrow();

    assertTrue(reason.startsWith("its kernels want vectors of 512 bits"), reason);
    assertTrue(reason.endsWith("have 256"), reason);
  }

  @Test
  void findsOutOnce() {
    Optional<String> found = new VectorKernels().whyNot();

    assertSame(found, new VectorKernels().whyNot());
    if (BITS < 512) {
      assertEquals(VectorKernels.whyNot(BITS), found);
    }
  }
}
