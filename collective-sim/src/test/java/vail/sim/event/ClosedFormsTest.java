package vail.sim.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Family;
import vail.sim.algo.Layout;
import vail.sim.model.ClosedForms;
import vail.sim.model.Die;
import vail.sim.model.Frames;
import vail.sim.model.Scene;
import vail.sim.model.Service;
import vail.sim.net.Axis;
import vail.sim.net.Axis.Kind;
import vail.sim.net.Grid;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.EqualShares;
import vail.sim.plan.Hops;
import vail.sim.plan.Schedule;

/** Closed forms against the event simulator: where a form answers, both say the same picosecond. */
class ClosedFormsTest {
  private static final int CASES = 5000;

  @Test
  void sayWhatTheSimulatorSaysToThePicosecond() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    TreeSet<String> answered = new TreeSet<>();
    for (int i = 0; i < CASES; i++) {
      Family family = Algorithms.all().get(random.nextInt(Algorithms.all().size()));
      List<Collective> does = new ArrayList<>(new TreeSet<>(family.does()));
      Scene scene = scene(random, does.get(random.nextInt(does.size())));
      OptionalLong form = ClosedForms.time(family.name(), scene);
      if (form.isPresent()) {
        assertEquals(
            simulated(family, scene),
            form.getAsLong(),
            family.name() + " " + scene + ", seed " + seed);
        answered.add(family.name());
      }
    }
    assertTrue(answered.size() == 9, "answered: " + answered);
  }

  private static Scene scene(Random random, Collective collective) {
    List<Axis> axes = new ArrayList<>();
    int count = random.nextInt(4) == 0 ? random.nextInt(2, 4) : 1;
    Kind kind = List.of(Kind.RING, Kind.BIRING, Kind.FULL).get(random.nextInt(3));
    int size = random.nextInt(1, count == 1 ? 10 : 5);
    Link link = link(random);
    for (int i = 0; i < count; i++) {
      axes.add(new Axis(kind, size, link));
      if (random.nextBoolean()) {
        size = random.nextInt(1, 5);
        link = link(random);
      }
    }
    Grid grid = new Grid("random", axes);
    int lanes = random.nextBoolean() ? 1 : random.nextInt(1, 9);
    long elements = random.nextLong(1, 1L << random.nextInt(1, 30));
    Codec codec = Codec.values()[random.nextInt(3)];
    return new Scene(collective, grid, elements, 2, lanes, die(random), codec, frames(codec));
  }

  private static Frames frames(Codec codec) {
    return switch (codec) {
      case NONE -> Frames.RAW;
      case SINGLE -> new Frames(787, 1000, 0);
      case THREE -> new Frames(787 * 995, 1_000_000, 256);
    };
  }

  private static Link link(Random random) {
    return Link.of(Rate.ofGigabytes(random.nextInt(1, 500)), random.nextInt(1, 3_000_000));
  }

  private static Die die(Random random) {
    int units = random.nextInt(4) == 0 ? 2 : 1;
    return new Die(
        service(random, units),
        new Service(units, random.nextInt(2_000_000), Rate.UNBOUNDED),
        service(random, units),
        service(random, units),
        random.nextBoolean() ? Service.FREE : service(random, units),
        Service.FREE);
  }

  private static Service service(Random random, int units) {
    return new Service(units, random.nextInt(200_000), Rate.ofGigabytes(random.nextInt(1, 1000)));
  }

  private static long simulated(Family family, Scene scene) {
    Layout layout = Layout.of(scene.grid());
    Schedule schedule =
        Schedule.of(family.algorithm(scene.collective(), layout), Hops.all(scene.codec()));
    EqualShares shares =
        EqualShares.of(
            scene.elements() * scene.elementBytes(), schedule.algorithm().pieces(), scene.lanes());
    ModelSizes sizes = new ModelSizes(schedule, shares, scene.frames(), scene.frames());
    Job job = new Job(schedule, shares, sizes, scene.grid(), Relay.STORE_AND_FORWARD, scene.die());
    return Simulator.run(job).time();
  }
}
