package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vail.sim.bytes.PairFigures;
import vail.sim.net.Topology;

/** What each link has carried of real messages, from node to node along their ways. */
final class LinkRatios {
  /**
   * A link.
   *
   * @param from the node it leaves
   * @param to the node it leads to
   * @param rawBytes of the values
   * @param bytes of the messages
   */
  record Figures(int from, int to, long rawBytes, long bytes) {
    double ratio() {
      return rawBytes == 0 ? 1 : (double) bytes / rawBytes;
    }

    String name() {
      return from + ">" + to;
    }

    Figures plus(PairFigures pair) {
      return new Figures(from, to, rawBytes + pair.rawBytes(), bytes + pair.bytes());
    }
  }

  private LinkRatios() {}

  /** The links that carried anything, by node and port. */
  static List<Figures> of(List<PairFigures> pairs, Topology topology) {
    Map<Long, Figures> links = new TreeMap<>();
    for (PairFigures pair : pairs) {
      int node = pair.from();
      while (node != pair.to()) {
        int port = topology.route(node, pair.to());
        Figures empty = new Figures(node, topology.neighbour(node, port), 0, 0);
        links.merge(
            (long) node << Integer.SIZE | port, empty.plus(pair), (link, _) -> link.plus(pair));
        node = empty.to();
      }
    }
    return new ArrayList<>(links.values());
  }
}
