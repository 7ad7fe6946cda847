package vail.sim.algo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vail.sim.plan.Audit;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.Schedule;

class RingTest {
  @ParameterizedTest
  @EnumSource(names = "ALL_TO_ALL", mode = EnumSource.Mode.EXCLUDE)
  void givesEveryDieWhatItShouldHave(Collective collective) {
    for (int dies = 1; dies <= 9; dies++) {
      for (Codec codec : Codec.values()) {
        Audit.check(Schedule.of(new Ring(collective, dies), Hops.all(codec)));
      }
    }
  }
}
