package vail.sim.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
  private static final Link LINK = Link.of(Rate.ofGigabytes(100), 1000);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ring:1",
        "ring:2",
        "ring:7",
        "biring:2",
        "biring:9",
        "mesh:4x5",
        "mesh:1x3",
        "torus:2x3x4",
        "torus:4x4x4",
        "full:6",
        "switch:5",
        "switch:3x4"
      })
  void everyDieIsReachedFromEveryOther(String name) {
    Grid grid = Grids.parse(name, LINK);
    for (int from = 0; from < grid.dies(); from++) {
      for (int to = 0; to < grid.dies(); to++) {
        assertTrue(hops(grid, from, to) <= grid.nodes(), name + ": " + from + " to " + to);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ring:8, 0, 7, 7", "biring:8, 0, 7, 1", "biring:8, 0, 4, 4", "mesh:4x4, 0, 15, 6",
    "torus:4x4, 0, 15, 2", "torus:4x4x4, 0, 42, 6", "full:16, 3, 9, 1", "switch:16, 1, 4, 2"
  })
  void takesTheShortestWay(String name, int from, int to, int hops) {
    assertEquals(hops, hops(Grids.parse(name, LINK), from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"biring:6", "mesh:3x4", "torus:2x3x4", "full:5", "switch:4x3"})
  void everyLinkHasOneTheOtherWay(String name) {
    Grid grid = Grids.parse(name, LINK);
    Set<List<Integer>> links = new HashSet<>();
    for (int node = 0; node < grid.nodes(); node++) {
      for (int port = 0; port < grid.ports(node); port++) {
        if (grid.neighbour(node, port) != Topology.NOWHERE) {
          assertTrue(links.add(List.of(node, grid.neighbour(node, port))), name);
        }
      }
    }
    links.forEach(link -> assertTrue(links.contains(link.reversed()), name + " " + link));
  }

  @Test
  void ofTwoEqualWaysGoesClockwise() {
    Grid ring = Grids.parse("biring:4", LINK);

    assertEquals(1, ring.neighbour(0, ring.route(0, 2)));
    assertEquals(3, ring.neighbour(2, ring.route(2, 0)));
  }

  @Test
  void aTorusOfTwoHasOneNeighbour() {
    Grid torus = Grids.parse("torus:2x2", LINK);

    assertEquals(2, torus.ports(0));
    assertEquals(1, torus.neighbour(0, 0));
    assertEquals(2, torus.neighbour(0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"star:8", "ring", "ring:", "ring:0", "torus:4x", "mesh:99999999x99", "8"})
  void rejectsWhatIsNoGrid(String name) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Grids.parse(name, LINK));

    assertTrue(e.getMessage().contains(name), e.getMessage());
  }

  private static int hops(Topology topology, int from, int to) {
    int hops = 0;
    for (int node = from; node != to && hops <= topology.nodes(); hops++) {
      node = topology.neighbour(node, topology.route(node, to));
    }
    return hops;
  }
}
