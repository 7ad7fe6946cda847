package vail.bridge.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.block.Layout;
import vail.bridge.soak.Soak;

/** Simulated circuits code without end, and none is left. */
@Tag("soak")
class RtlSimSoakTest {
  /** Their speed is a tenth of that of kernels. */
  private static final long BYTES = 64L << 20;

  @Test
  void codesForLongAndLeavesNoCircuitBehind() {
    long files = Soak.files();
    RtlSimBackend backend = Circuits.open("sliced=1");
    files = Math.max(files, Soak.files());
    Soak.run(backend, List.of(Layout.LINK), BYTES);
    backend.close();

    assertEquals(0, backend.circuits());
    assertTrue(Soak.files() <= files, Soak.files() + " files, " + files + " before");
  }
}
