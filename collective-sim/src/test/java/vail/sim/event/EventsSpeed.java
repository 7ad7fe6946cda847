package vail.sim.event;

import java.lang.management.ManagementFactory;
import vail.sim.algo.Layout;
import vail.sim.model.Die;
import vail.sim.model.Frames;
import vail.sim.model.Service;
import vail.sim.net.Grid;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.Schedule;

/**
 * Measures events a second of an all-reduce: {@code java -cp … vail.sim.event.EventsSpeed [TOPOLOGY
 * [ALGORITHM [CODEC [SUB-CHUNKS [THREADS]]]]]}. Prints, a line a run, processor time of all threads
 * for making the schedule and for running it.
 */
final class EventsSpeed {
  private static final int RUNS = 3;
  private static final long ELEMENTS = 36 << 20;

  private EventsSpeed() {}

  public static void main(String[] arguments) {
    Grid grid =
        Grids.parse(
            argument(arguments, 0, "torus:16x24x24"), Link.of(Rate.ofGigabytes(100), 1_000_000));
    String algorithm = argument(arguments, 1, "torus");
    Codec codec = Codec.valueOf(argument(arguments, 2, "NONE"));
    int lanes = Integer.parseInt(argument(arguments, 3, "8"));
    int threads = Integer.parseInt(argument(arguments, 4, "1"));
    for (int run = 0; run < RUNS; run++) {
      long start = now();
      Job job = job(grid, algorithm, codec, lanes);
      long made = now();
      Outcome outcome = Simulator.run(job, threads);
      long ran = now();
      System.out.printf(
          "schedule %.2f s, run %.2f s of %.1f M events, %.1f M/s, %s%n",
          (made - start) * 1e-9,
          (ran - made) * 1e-9,
          outcome.events() * 1e-6,
          outcome.events() * 1e3 / (ran - made),
          outcome.digest().substring(0, 8));
    }
  }

  private static String argument(String[] arguments, int index, String otherwise) {
    return index < arguments.length ? arguments[index] : otherwise;
  }

  private static Job job(Grid grid, String algorithm, Codec codec, int lanes) {
    Schedule schedule =
        Jobs.schedule(algorithm, Collective.ALL_REDUCE, Layout.of(grid), Hops.all(codec));
    Service coder = new Service(1, 20_000, Rate.ofGigabytes(200));
    Die die = new Die(coder, coder, coder, coder, Service.FREE, Service.FREE);
    return Jobs.of(schedule, ELEMENTS, lanes, grid, new Frames(787, 1000, 0), die);
  }

  private static long now() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
