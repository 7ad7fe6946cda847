package vail.bridge.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.block.Layout;
import vail.bridge.soak.Soak;

/** Kernels code without end, and leave no object and no file behind. */
@Tag("soak")
class OpenClSoakTest {
  /** A processor takes ten times as long for kernels whose lanes are work-items. */
  @ParameterizedTest
  @CsvSource({"SERIAL, 256", "LANES, 32"})
  void codesForLongAndLeavesNothingBehind(Family family, int mebibytes) {
    OpenClOptions options =
        new OpenClOptions(Optional.of(family), Optional.empty(), OptionalLong.empty());
    Families.ready(new OpenClProvider().probe(options)).close(); // files of the driver stay open
    Cl cl = new Cl();
    long files = Soak.files();
    try (OpenClBackend backend = Families.ready(OpenClProvider.probe(cl, options))) {
      Soak.run(backend, List.of(Layout.LINK, Layout.PORTABLE, Layout.WIDE), (long) mebibytes << 20);
    }
    assertEquals(0, cl.live());
    assertTrue(Soak.files() <= files, Soak.files() + " files, " + files + " before");
  }
}
