package vail.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;
import vail.sim.event.Job;
import vail.sim.event.ModelSizes;
import vail.sim.event.Simulator;
import vail.sim.net.Axis;
import vail.sim.net.Grid;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Audit;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;

class GateTest {
  private static final Frames SINGLE = new Frames(787, 1000, 0);
  private static final Frames THREE = new Frames(787 * 995, 1_000_000, 256);
  private static final Link USUAL = Link.of(Rate.ofGigabytes(100), 1_000_000);

  @ParameterizedTest
  @CsvSource({
    "ring:8, ring, ALL_REDUCE, 1, 0",
    "ring:5, ring, REDUCE_SCATTER, 1, 0",
    "ring:8, ring, ALL_GATHER, 1, 0",
    "biring:6, biring, ALL_REDUCE, 2, 0",
    "full:8, direct, ALL_TO_ALL, 7, 0",
    // A hop of a torus cannot know that what it gathers was encoded on another axis.
    "torus:4x3, torus, ALL_REDUCE, 2, 0.025"
  })
  void isNotSlowerThanOneCodecEverywhere(
      String topology, String algorithm, Collective collective, int units, double off) {
    for (int gigabytes : new int[] {50, 100, 120, 200, 1600}) {
      for (long bytes = 4 << 10; bytes <= 64 << 20; bytes *= 8) {
        Scene scene =
            new Scene(Grids.parse(topology, USUAL), algorithm, collective, units, gigabytes, bytes);
        long best = Long.MAX_VALUE;
        for (Codec codec : Codec.values()) {
          best = Math.min(best, scene.time(Hops.all(codec)));
        }

        assertTrue(
            scene.time(scene.gate()) <= best * (1 + off), scene + " takes longer than " + best);
      }
    }
  }

  @Test
  void compressesOnSlowLinksOnly() {
    Axis fast = new Axis(Axis.Kind.RING, 4, Link.of(Rate.ofGigabytes(900), 200_000));
    Axis slow = new Axis(Axis.Kind.RING, 4, Link.of(Rate.ofGigabytes(25), 2_000_000));
    Grid grid = new Grid("mixed", List.of(fast, slow));
    Scene scene = new Scene(grid, "hierarchical", Collective.ALL_REDUCE, 1, 200, 64 << 20);
    Gate gate = scene.gate();

    assertEquals(Set.of(Codec.NONE, Codec.SINGLE), gate.codecs());
    for (Codec codec : Codec.values()) {
      assertTrue(scene.time(gate) < scene.time(Hops.all(codec)), codec.toString());
    }
    Audit.check(Schedule.of(scene.plan(), gate));
  }

  @Test
  void knowsThatPortsShareCodecs() {
    Grid grid = Grids.parse("full:8", USUAL);

    assertEquals(
        Set.of(Codec.NONE),
        new Scene(grid, "direct", Collective.ALL_REDUCE, 1, 200, 64 << 20).gate().codecs());
    assertEquals(
        Set.of(Codec.SINGLE),
        new Scene(grid, "direct", Collective.ALL_REDUCE, 7, 1600, 64 << 20).gate().codecs());
  }

  private record Scene(
      Grid grid, String algorithm, Collective collective, int units, int gigabytes, long bytes) {
    private static final int LANES = 4;

    Algorithm plan() {
      return Algorithms.find(algorithm).orElseThrow().algorithm(collective, Layout.of(grid));
    }

    Die die() {
      Rate rate = Rate.ofGigabytes(gigabytes);
      Service coder = new Service(units, 20_000, rate);
      Service tree = new Service(units, 1_000_000, Rate.UNBOUNDED);
      return new Die(new Service(units, 0, rate), tree, coder, coder, Service.FREE, Service.FREE);
    }

    Partition partition() {
      return new Partition(bytes / 2, 2, plan().pieces(), LANES);
    }

    Gate gate() {
      return new Gate(plan(), grid, die(), partition(), Scene::frames);
    }

    static Frames frames(Codec codec) {
      return switch (codec) {
        case NONE -> Frames.RAW;
        case SINGLE -> SINGLE;
        case THREE -> THREE;
      };
    }

    long time(Hops hops) {
      Schedule schedule = Schedule.of(plan(), hops);
      ModelSizes sizes = new ModelSizes(schedule, partition(), SINGLE, THREE);
      return Simulator.run(
              new Job(schedule, partition(), sizes, grid, Relay.STORE_AND_FORWARD, die()))
          .time();
    }
  }
}
