package vail.sim.event;

import java.util.Arrays;

/**
 * Numbers what gives events, node by node: first the units of a die, then links that end there. Of
 * these, those that leave by a lower port come first, so that dies which are alike have them in the
 * same order.
 */
final class Sources {
  private final int unitsPerDie;
  private final int[] bases;
  private final int[] ofLinks;

  Sources(Wiring wiring, int unitsPerDie) {
    this.unitsPerDie = unitsPerDie;
    int[] counts = new int[wiring.nodes()];
    Arrays.fill(counts, unitsPerDie);
    ofLinks = new int[wiring.size()];
    for (int link : byPort(wiring)) {
      if (wiring.leads(link)) {
        ofLinks[link] = counts[wiring.neighbour(link)]++;
      }
    }
    bases = new int[counts.length + 1];
    for (int node = 0; node < counts.length; node++) {
      bases[node + 1] = Math.addExact(bases[node], counts[node]);
    }
    for (int link = 0; link < ofLinks.length; link++) {
      if (wiring.leads(link)) {
        ofLinks[link] += bases[wiring.neighbour(link)];
      }
    }
  }

  /** All links by the port and then by the node that they leave. */
  private static int[] byPort(Wiring wiring) {
    long[] links = new long[wiring.size()];
    for (int node = 0; node < wiring.nodes(); node++) {
      for (int link = wiring.first(node); link < wiring.first(node + 1); link++) {
        links[link] = ((long) (link - wiring.first(node)) << Integer.SIZE) | link;
      }
    }
    Arrays.sort(links);
    return Arrays.stream(links).mapToInt(link -> (int) link).toArray();
  }

  /** The first of each node, and the number of all. */
  int[] bases() {
    return bases;
  }

  int ofLink(int link) {
    return ofLinks[link];
  }

  int ofUnit(int die, int unit) {
    return bases[die] + unit % unitsPerDie;
  }
}
