package vail.sim.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Any nodes and links: a message takes a way of fewest links, of several the one whose first port
 * comes first.
 */
public final class Graph implements Topology {
  /**
   * A link and its ends.
   *
   * @param from the node that sends
   * @param to the other
   * @param link between them
   */
  public record Edge(int from, int to, Link link) {}

  private static final int UNREACHED = -1;

  private final String name;
  private final int dies;
  private final List<List<Edge>> ports = new ArrayList<>();
  private final int[][] routes;

  /**
   * A graph.
   *
   * @param name as users know it
   * @param dies the first nodes
   * @param nodes dies and switches
   * @param edges in the order of ports
   * @throws IllegalArgumentException if a die cannot reach another
   */
  public Graph(String name, int dies, int nodes, List<Edge> edges) {
    this.name = name;
    this.dies = dies;
    for (int node = 0; node < nodes; node++) {
      ports.add(new ArrayList<>());
    }
    edges.forEach(edge -> ports.get(edge.from()).add(edge));
    routes = new int[dies][];
    for (int die = 0; die < dies; die++) {
      routes[die] = routesTo(die, edges);
    }
  }

  @Override
  public Graph relinked(UnaryOperator<Link> change) {
    List<Edge> edges =
        ports.stream()
            .flatMap(List::stream)
            .map(edge -> new Edge(edge.from(), edge.to(), change.apply(edge.link())))
            .toList();
    return new Graph(name, dies, nodes(), edges);
  }

  /** For each node the port towards a die: a breadth-first search backwards from it. */
  private int[] routesTo(int die, List<Edge> edges) {
    int[] distance = new int[nodes()];
    Arrays.fill(distance, UNREACHED);
    distance[die] = 0;
    ArrayDeque<Integer> reached = new ArrayDeque<>(List.of(die));
    while (!reached.isEmpty()) {
      int node = reached.remove();
      for (Edge edge : edges) {
        if (edge.to() == node && distance[edge.from()] == UNREACHED) {
          distance[edge.from()] = distance[node] + 1;
          reached.add(edge.from());
        }
      }
    }
    int[] route = new int[nodes()];
    for (int node = 0; node < nodes(); node++) {
      route[node] = node == die ? UNREACHED : portTowards(node, die, distance);
    }
    return route;
  }

  private int portTowards(int node, int die, int[] distance) {
    for (int port = 0; port < ports(node); port++) {
      if (distance[node] > 0 && distance[neighbour(node, port)] == distance[node] - 1) {
        return port;
      }
    }
    if (node < dies) {
      throw new IllegalArgumentException("die " + node + " has no way to die " + die);
    }
    return UNREACHED;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int dies() {
    return dies;
  }

  @Override
  public int nodes() {
    return ports.size();
  }

  @Override
  public int ports(int node) {
    return ports.get(node).size();
  }

  @Override
  public int neighbour(int node, int port) {
    return ports.get(node).get(port).to();
  }

  @Override
  public Link link(int node, int port) {
    return ports.get(node).get(port).link();
  }

  @Override
  public int route(int node, int die) {
    return routes[die][node];
  }
}
