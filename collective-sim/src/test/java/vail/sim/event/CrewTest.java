package vail.sim.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
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

class CrewTest {
  private static final Frames SINGLE = new Frames(787, 1000, 0);

  @Test
  void givesTheSameOnAnyNumberOfThreads() {
    for (String topology : new String[] {"ring:130", "switch:70"}) {
      Job job = job(topology, "ring", 100_003, 2);
      Outcome alone = Simulator.run(job);
      for (int threads : new int[] {2, 3}) {
        Outcome together = Simulator.run(job, threads);

        assertEquals(alone.digest(), together.digest(), topology);
        assertEquals(alone.time(), together.time(), topology);
        assertEquals(alone.wireBytes(), together.wireBytes(), topology);
      }
    }
  }

  @Test
  void givesAnotherDigestForAnotherSize() {
    assertNotEquals(
        Simulator.run(job("ring:8", "ring", 1000, 2)).digest(),
        Simulator.run(job("ring:8", "ring", 1001, 2)).digest());
  }

  @Test
  void makesNoObjectsForEvents() {
    Job job = job("ring:64", "ring", 1 << 20, 16);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Outcome outcome = Simulator.run(job);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    // Tables are made once; no object is so small that each event could have one.
    assertTrue(bytes < 12 * outcome.events(), bytes + " bytes for " + outcome.events() + " events");
  }

  private static Job job(String topology, String algorithm, long elements, int lanes) {
    Grid grid = Grids.parse(topology, Link.of(Rate.ofGigabytes(100), 5_000_000));
    Schedule schedule =
        Jobs.schedule(
            algorithm, Collective.ALL_REDUCE, Layout.row(grid.dies()), Hops.all(Codec.SINGLE));
    Service coder = new Service(2, 20_000, Rate.ofGigabytes(200));
    Die die = new Die(coder, coder, coder, coder, coder, coder);
    return Jobs.of(schedule, elements, lanes, grid, SINGLE, die);
  }
}
