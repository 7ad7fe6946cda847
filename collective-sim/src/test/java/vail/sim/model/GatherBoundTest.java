package vail.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.sim.net.Axis;
import vail.sim.net.Grid;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;

class GatherBoundTest {
  /** The best all-gathers that TACOS's own tests know, in GB of 2^30 bytes. */
  @ParameterizedTest
  @CsvSource({
    "torus:3x3x3, 1, 1, 50, 500, 3706.20",
    "torus:3x4x5, 2, 2, 50, 500, 6676.67",
    "mesh:5x5, 1, 1, 50, 500, 9606.0",
    "mesh:10x10, 1, 2, 100, 1000, 5049.0",
    "mesh:7x12, 4, 3, 100, 1000, 19966.27",
    "mesh:3x3x3, 1, 1, 50, 500, 6671.17",
    "mesh:3x4x5, 2, 2, 50, 500, 13353.33"
  })
  void isWhatSchedulesOfOthersReach(
      String topology, long gibibytes, int lanes, long rate, long nanoseconds, double best) {
    Link link = Link.of(Rate.ofBytesPerSecond(rate << 30), nanoseconds * 1000);
    long time =
        GatherBound.time(Grids.parse(topology, link), gibibytes << 30, lanes, Frames.RAW)
            .orElseThrow();

    assertEquals(best, time / 1e6, 0.005);
  }

  @Test
  void isNotKnownWhereLinksDiffer() {
    Link slow = Link.of(Rate.ofGigabytes(1), 1);
    Link fast = Link.of(Rate.ofGigabytes(2), 1);
    Grid grid =
        new Grid(
            "mixed",
            List.of(new Axis(Axis.Kind.BIRING, 3, slow), new Axis(Axis.Kind.LINE, 3, fast)));

    assertEquals(true, GatherBound.time(grid, 1 << 20, 1, Frames.RAW).isEmpty());
  }
}
