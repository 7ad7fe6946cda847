package vail.sim.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import vail.sim.net.Rate;
import vail.testing.Rooms;

class RoomsTest {
  private static final Rooms ROOMS =
      new Rooms(
          Rate.class,
          "vail.sim",
          List.of(
              "net",
              "plan",
              "algo",
              "bytes",
              "model",
              "event",
              "trace",
              "link",
              "inject",
              "team",
              "live",
              "web",
              "vail.sim"));

  @Test
  void noRoomLooksToItsRight() throws Exception {
    assertFalse(ROOMS.classes().isEmpty());
    assertEquals(List.of(), ROOMS.allThatLookRight());
  }
}
