package vail.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vail.sim.net.Link;
import vail.sim.net.Rate;

/** Answers of the book on scaling models, for its links of 45 GB/s and 1 us. */
class RooflineTest {
  private static final Link LINK = Link.of(Rate.ofGigabytes(45), 1_000_000);
  private static final double US = 1e6;

  @Test
  void sendsFromCornerToCornerByTwoWays() {
    assertEquals(6, Roofline.send(LINK, 0, 2, 6) / US);
    assertEquals(192.4, Roofline.send(LINK, 16_780_000, 2, 6) / US, 0.05);
  }

  @Test
  void gathersAlongAnOpenLine() {
    assertEquals(559, Roofline.allGather(LINK, 3 * 8_390_000L, 1, 3) / US, 0.5);
    assertEquals(3, Roofline.allGather(LINK, 3 * 32_000L, 1, 3) / US);
  }

  @Test
  void gathersAndReducesOnATorus() {
    assertEquals(23.3, Roofline.allGather(LINK, 2_100_000, 2, 2) / US, 0.05);
    assertEquals(46.6, Roofline.allGather(LINK, 8_400_000, 4, 4) / US, 0.1);
    assertEquals(186, Roofline.allReduce(LINK, 8_400_000, 2, 2) / US, 1);
  }

  @Test
  void exchangesInAQuarterOfTheTimeOfAGather() {
    long bytes = 1 << 30;

    assertEquals(
        0.25,
        (double) Roofline.allToAll(LINK, bytes, 2, 4) / Roofline.allGather(LINK, bytes, 2, 4),
        1e-6);
    assertEquals(
        0.5,
        (double) Roofline.allToAll(LINK, bytes, 1, 7) / Roofline.allGather(LINK, bytes, 1, 7),
        1e-6);
  }
}
