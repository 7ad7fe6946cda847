package vail.sim.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DriftMeterTest {
  private static final Upkeep.Limits LIMITS =
      new Upkeep.Limits(0.2, 0.1, 2, 3, Duration.ofSeconds(1));

  private final DriftMeter meter = new DriftMeter(LIMITS);

  @Test
  void ringsAfterSeveralRoundsInARow() {
    for (double excess : new double[] {0.3, 0.1, 0.2}) {
      assertFalse(meter.begins(excess));
    }
    assertTrue(meter.begins(0.2));
    assertFalse(meter.begins(0.9), "it rings already");
  }

  @Test
  void fallsSilentOnlyWellBelow() {
    meter.begins(0.2);
    meter.begins(0.2);
    meter.begins(0.11);
    assertTrue(meter.rings());
    meter.begins(0.09);

    assertFalse(meter.rings());
    assertFalse(meter.begins(0.3), "one round is none");
  }

  @Test
  void refusesLimitsThatNeverRing() {
    Duration second = Duration.ofSeconds(1);
    assertThrows(IllegalArgumentException.class, () -> new Upkeep.Limits(0.1, 0.1, 1, 1, second));
    assertThrows(IllegalArgumentException.class, () -> new Upkeep.Limits(0.1, 0, 2, 1, second));
    assertThrows(
        IllegalArgumentException.class, () -> new Upkeep.Limits(0.1, 0, 1, 1, Duration.ZERO));
  }
}
