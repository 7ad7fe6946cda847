package vail.sim.event;

import java.util.Arrays;
import vail.sim.net.Link;
import vail.sim.net.Topology;
import vail.sim.plan.Program;

/** A topology as tables: links numbered over all nodes, in the order of nodes and ports. */
public final class Wiring {
  private static final int MOST_SCANNED = 8;

  private final Topology topology;
  private final int[] bases;
  private final int[] neighbours;
  private final Link[] links;
  private final boolean[] direct;

  /** The tables of a topology. */
  public Wiring(Topology topology) {
    this.topology = topology;
    bases = new int[topology.nodes() + 1];
    for (int node = 0; node < topology.nodes(); node++) {
      bases[node + 1] = Math.addExact(bases[node], topology.ports(node));
    }
    neighbours = new int[bases[topology.nodes()]];
    links = new Link[neighbours.length];
    direct = new boolean[neighbours.length];
    for (int node = 0; node < topology.nodes(); node++) {
      for (int link = bases[node]; link < bases[node + 1]; link++) {
        fill(node, link);
      }
    }
  }

  private void fill(int node, int link) {
    int port = link - bases[node];
    int to = topology.neighbour(node, port);
    neighbours[link] = to;
    if (to != Topology.NOWHERE) {
      links[link] = topology.link(node, port);
      direct[link] = to < topology.dies() && topology.route(node, to) == port;
    }
  }

  /** Dies and switches. */
  public int nodes() {
    return bases.length - 1;
  }

  /** Links, those that lead nowhere counted. */
  public int size() {
    return links.length;
  }

  /** Whether a link leads anywhere. */
  public boolean leads(int link) {
    return neighbours[link] != Topology.NOWHERE;
  }

  /** The link of a number that leads somewhere. */
  public Link link(int link) {
    return links[link];
  }

  /** The node at the end of a link, or {@link Topology#NOWHERE}. */
  public int neighbour(int link) {
    return neighbours[link];
  }

  /** The first link of a node; those of the next follow its own. */
  public int first(int node) {
    return bases[node];
  }

  /** The links by which the sends of a die leave, queue by queue. */
  public int[] exits(int die, Program program) {
    int[] links = new int[program.queues()];
    Arrays.setAll(links, queue -> towards(die, program.peer(program.queueFirst(queue))));
    return links;
  }

  /** The node at the start of a link. */
  public int node(int link) {
    int place = Arrays.binarySearch(bases, link);
    // Nodes without ports have the same first link; the last of them is the one that has it.
    int node = place < 0 ? -place - 2 : place;
    while (bases[node + 1] <= link) {
      node++;
    }
    return node;
  }

  /**
   * The link by which a message leaves a node. Most go to a neighbour, and few ports are quickly
   * looked through.
   */
  public int towards(int node, int die) {
    int end = bases[node + 1];
    if (end - bases[node] <= MOST_SCANNED) {
      for (int link = bases[node]; link < end; link++) {
        if (neighbours[link] == die && direct[link]) {
          return link;
        }
      }
    }
    return bases[node] + topology.route(node, die);
  }
}
