package vail.sim.net;

import java.util.function.UnaryOperator;

/**
 * Which nodes there are, how links join them, and which way a message goes.
 *
 * <p>Nodes are numbered from 0: first the dies, then switches. A port of a node is the sending end
 * of a link. Routes are fixed, and of two equal ones the same is always taken.
 */
public interface Topology {
  /** What there is nothing of. */
  int NOWHERE = -1;

  /** As users write it, e.g. {@code torus:4x4x4}. */
  String name();

  /** Nodes that compute. */
  int dies();

  /** Dies and switches. */
  int nodes();

  /** Sending ends at a node, those that lead nowhere counted. */
  int ports(int node);

  /** The node at the other end; NOWHERE at the edge of a mesh. */
  int neighbour(int node, int port);

  /** The link at a port that leads somewhere. */
  Link link(int node, int port);

  /** The port of a node through which a message for another die leaves. */
  int route(int node, int die);

  /** The same nodes joined in the same way, each link changed. */
  Topology relinked(UnaryOperator<Link> change);

  /** The shortest latency of any link, in picoseconds. */
  default long leastLatency() {
    long least = Long.MAX_VALUE;
    for (int node = 0; node < nodes(); node++) {
      for (int port = 0; port < ports(node); port++) {
        if (neighbour(node, port) != NOWHERE) {
          least = Math.min(least, link(node, port).latency());
        }
      }
    }
    return least;
  }
}
