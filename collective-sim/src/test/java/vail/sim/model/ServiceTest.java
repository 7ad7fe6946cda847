package vail.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vail.sim.net.Rate;

class ServiceTest {
  @Test
  void chargesNothingForNothing() {
    Service codec = new Service(1, 20_000, Rate.ofGigabytes(200));
    Service tree = new Service(1, 1_000_000, Rate.UNBOUNDED);

    assertEquals(0, codec.time(0));
    assertEquals(0, tree.time(0, 7));
    assertEquals(20_005, codec.time(1));
    assertEquals(1_000_000, tree.time(1, 7));
  }
}
