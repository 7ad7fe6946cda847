package vail.bridge.board;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.block.Layout;
import vail.bridge.soak.Soak;

/** The board's driver works the simulated kernel without end. */
@Tag("soak")
class BoardSoakTest {
  /** One circuit at a time is simulated. */
  private static final long BYTES = 4L << 20;

  @Test
  void codesForLongAndLeavesNoFileOpen() {
    SimulatedBoard board = Boards.simulated("");
    long files = Soak.files();
    try (FpgaBackend backend = Boards.backend(board)) {
      Soak.run(backend, List.of(Layout.LINK), BYTES);
    }
    assertTrue(Soak.files() <= files, Soak.files() + " files, " + files + " before");
  }
}
