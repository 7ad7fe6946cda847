package vail.sim.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;
import vail.sim.model.Die;
import vail.sim.model.Frames;
import vail.sim.model.Service;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;

class SimulatorTest {
  @ParameterizedTest
  @CsvSource({"4, 34457.3", "8, 43700.2", "16, 54321.6", "64, 104287.7"})
  void takesWhatARingTakes(int dies, String nanoseconds) {
    Link link = Link.of(Rate.ofGigabytes(50), 500_000);
    long time = allReduce(Codec.NONE, dies, 1 << 20, 1, link, Die.FREE);

    assertEquals(nanoseconds, String.format("%.1f", time / 1e3));
  }

  @ParameterizedTest
  @CsvSource({"NONE, 1176.405", "SINGLE, 936.823", "THREE, 940.018"})
  void takesWhatACompressedRingTakes(Codec codec, String microseconds) {
    Rate fast = Rate.ofGigabytes(200);
    Service coder = new Service(1, 20_000, fast);
    Service tree = new Service(1, 1_000_000, Rate.UNBOUNDED);
    Die die = new Die(new Service(1, 0, fast), tree, coder, coder, Service.FREE, Service.FREE);
    long time = allReduce(codec, 8, 64 << 20, 16, Link.of(Rate.ofGigabytes(100), 1_000_000), die);

    assertEquals(microseconds, String.format("%.3f", time / 1e6));
  }

  private static long allReduce(Codec codec, int dies, long bytes, int lanes, Link link, Die die) {
    Schedule schedule =
        Schedule.of(
            Algorithms.find("ring")
                .orElseThrow()
                .algorithm(Collective.ALL_REDUCE, Layout.row(dies)),
            Hops.all(codec));
    Partition partition = new Partition(bytes / 2, 2, dies, lanes);
    Sizes sizes =
        new ModelSizes(
            schedule, partition, new Frames(787, 1000, 0), new Frames(787 * 995, 1_000_000, 256));
    return Simulator.run(
            new Job(
                schedule,
                partition,
                sizes,
                Grids.parse("ring:" + dies, link),
                Relay.STORE_AND_FORWARD,
                die))
        .time();
  }
}
