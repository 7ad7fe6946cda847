package vail.sim.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vail.sim.algo.Layout;
import vail.sim.model.Die;
import vail.sim.model.Frames;
import vail.sim.model.Service;
import vail.sim.net.Graph;
import vail.sim.net.Grid;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.net.Topology;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.EqualShares;
import vail.sim.plan.Hops;
import vail.sim.plan.OpKind;
import vail.sim.plan.Schedule;

/** A run of one die for all is held against the run of all. */
class FoldTest {
  /** Few units, so that ports must share them, and it matters who comes first. */
  private static final Service CODER = new Service(1, 20_000, Rate.ofGigabytes(150));

  private static final Link LINK = Link.of(Rate.ofGigabytes(100), 500_000);
  private static final Die DIE = new Die(CODER, CODER, CODER, CODER, CODER, CODER);

  @ParameterizedTest
  @CsvSource({
    "ring:8, ring, 4",
    "biring:5, biring, 3",
    "biring:2, ring, 2",
    "torus:4x4, torus, 3",
    "torus:2x3x4, torus, 2",
    "torus:4x3, torus_slices, 2",
    "full:7, direct, 3",
    "ring:9, ring, 1"
  })
  void givesWhatARunOfAllGives(String topology, String algorithm, int lanes) {
    for (Collective collective :
        new Collective[] {
          Collective.ALL_REDUCE, Collective.ALL_GATHER, Collective.REDUCE_SCATTER
        }) {
      if (algorithm.equals("torus_slices") && collective != Collective.ALL_REDUCE) {
        continue;
      }
      for (Codec codec : Codec.values()) {
        Job job = job(topology, algorithm, collective, Hops.all(codec), lanes, 0);
        assertTrue(Fold.of(job).isPresent(), collective + " " + codec);
        assertEqual(Simulator.runAll(job), Simulator.run(job));
      }
    }
  }

  private static void assertEqual(Outcome all, Outcome one) {
    assertEquals(all.digest(), one.digest());
    assertEquals(all.time(), one.time());
    assertEquals(all.events(), one.events());
    assertEquals(all.dies(), one.dies());
    assertEquals(all.sentBytes(), one.sentBytes());
    assertEquals(all.messageBytes(), one.messageBytes());
    assertEquals(all.wireBytes(), one.wireBytes());
    assertEquals(all.linkWaits().longest(), one.linkWaits().longest());
    assertEquals(all.linkWaits().atMost(0.7), one.linkWaits().atMost(0.7));
    assertSame(all.links(), all::linkBusy, one::linkBusy);
    assertSame(all.links(), all::linkBytes, one::linkBytes);
    assertSame(all.links(), all::neighbour, one::neighbour);
    assertSame(all.dies(), all::firstLink, one::firstLink);
    for (OpKind kind : OpKind.values()) {
      assertSame(all.dies(), die -> all.unitBusy(die, kind), die -> one.unitBusy(die, kind));
      assertEquals(all.unitWaits(kind).atMost(0.5), one.unitWaits(kind).atMost(0.5));
    }
  }

  private static void assertSame(int size, IntToLongFunction one, IntToLongFunction other) {
    assertEquals(
        IntStream.range(0, size).mapToLong(one).boxed().toList(),
        IntStream.range(0, size).mapToLong(other).boxed().toList());
  }

  @Test
  void givesWhatARunOfAllGivesOfPiecesThatCutBytes() {
    Grid grid = Grids.parse("torus:3x5", LINK);
    Schedule schedule = Jobs.schedule("torus", Collective.ALL_REDUCE, Layout.of(grid), single());
    EqualShares shares = EqualShares.of(100_001, schedule.algorithm().pieces(), 7);
    Frames frames = new Frames(787, 1000, 9);
    ModelSizes sizes = new ModelSizes(schedule, shares, frames, frames);
    Job job = new Job(schedule, shares, sizes, grid, Relay.STORE_AND_FORWARD, DIE);

    assertTrue(shares.partsOfByte() > 1);
    assertTrue(Fold.of(job).isPresent());
    assertEqual(Simulator.runAll(job), Simulator.run(job));
  }

  @Test
  void runsAllWherePiecesDiffer() {
    assertFalse(Fold.of(job("ring:8", "ring", Collective.ALL_REDUCE, single(), 4, 1)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mesh:8", "switch:8", "torus:2x4"})
  void runsAllWhereDiesSeeDifferentLinks(String topology) {
    assertFalse(Fold.of(job(topology, "ring", Collective.ALL_REDUCE, single(), 4, 0)).isPresent());
  }

  /** A ring, and some dies with a link more. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "01", "12", "2"})
  void runsAllWhereDiesHaveMoreOrFewerLinks(String more) {
    List<Graph.Edge> edges = new ArrayList<>();
    for (int die = 0; die < 3; die++) {
      edges.add(new Graph.Edge(die, (die + 1) % 3, LINK));
    }
    more.chars()
        .map(die -> die - '0')
        .forEach(die -> edges.add(new Graph.Edge(die, (die + 2) % 3, LINK)));
    Graph graph = new Graph("ring and more", 3, 3, edges);

    assertFalse(Fold.of(job(graph, ring(3), 2, 0)).isPresent());
  }

  @Test
  void runsAllWhereOneDieIsTheRoot() {
    assertFalse(Fold.of(job("ring:8", "ring", Collective.BROADCAST, single(), 4, 0)).isPresent());
  }

  @Test
  void runsAllWhereHopsChooseTheirCodecs() {
    Hops hops = (from, to, pieces) -> from == 3 ? Codec.NONE : Codec.SINGLE;

    assertFalse(Fold.of(job("ring:8", "ring", Collective.ALL_REDUCE, hops, 4, 0)).isPresent());
  }

  private static Hops single() {
    return Hops.all(Codec.SINGLE);
  }

  private static Schedule ring(int dies) {
    return Jobs.schedule("ring", Collective.ALL_REDUCE, Layout.row(dies), single());
  }

  private static Job job(
      String topology, String algorithm, Collective collective, Hops hops, int lanes, int more) {
    Grid grid = Grids.parse(topology, LINK);
    return job(grid, Jobs.schedule(algorithm, collective, Layout.of(grid), hops), lanes, more);
  }

  private static Job job(Topology topology, Schedule schedule, int lanes, int more) {
    long elements = 700L * schedule.algorithm().pieces() * lanes + more;
    return Jobs.of(schedule, elements, lanes, topology, new Frames(787, 1000, 9), DIE);
  }
}
