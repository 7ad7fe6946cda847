package vail.bridge.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vail.backend.Backend;
import vail.backend.Backends;
import vail.backend.Probe;

class BoardProviderTest {
  private static String whyNot(String name) {
    return switch (Backends.probe(name)) {
      case Probe.Ready(Backend backend) -> {
        backend.close();
        yield "ready";
      }
      case Probe.Absent(String reason) -> reason;
    };
  }

  @Test
  void noBoardIsLookedForUnlessOneIsNamed() {
    String reason = whyNot("board");

    assertTrue(reason.startsWith("no board is named; there are board:"), reason);
    for (String kind : new String[] {"sim", "uio", "xdma", "files"}) {
      assertTrue(reason.contains("board:" + kind), reason);
    }
  }

  @Test
  void anUnknownKindIsAbsent() {
    assertTrue(
        whyNot("board:toaster:1").startsWith("there is no kind of board \"toaster\"; there are"));
  }

  @Test
  void whatIsWrongWithAPlaceIsSaid() {
    Boards.simulated("").close();

    assertEquals("PACE is a number from 1 to 256, not \"fast\"", whyNot("board:sim:fast"));
    assertEquals("PACE is a number from 1 to 256, not \"0\"", whyNot("board:sim:0"));
    assertEquals("ready", whyNot("board:sim:200"));
  }

  @Test
  void aBackendWithoutDevicesSaysSo() {
    assertEquals("java-scalar takes no device, and \"sim\" was named", whyNot("java-scalar:sim"));
  }
}
