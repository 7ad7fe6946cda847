package vail.sim.event;

import vail.sim.net.Link;
import vail.sim.net.Topology;

/** A topology as tables: links numbered over all nodes, in the order of nodes and ports. */
final class Wiring {
  private static final int MOST_SCANNED = 8;

  private final Topology topology;
  private final int[] bases;
  private final int[] neighbours;
  private final Link[] links;
  private final boolean[] direct;

  Wiring(Topology topology) {
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

  int nodes() {
    return bases.length - 1;
  }

  int size() {
    return links.length;
  }

  Link link(int link) {
    return links[link];
  }

  int neighbour(int link) {
    return neighbours[link];
  }

  /** The first link of a node; those of the next follow its own. */
  int first(int node) {
    return bases[node];
  }

  /**
   * The link by which a message leaves a node. Most go to a neighbour, and few ports are quickly
   * looked through.
   */
  int towards(int node, int die) {
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
