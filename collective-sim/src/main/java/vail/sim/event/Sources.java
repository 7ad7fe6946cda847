package vail.sim.event;

import java.util.Arrays;

/** Numbers what gives events, node by node: first the units of a die, then links that end there. */
final class Sources {
  private final int unitsPerDie;
  private final int[] bases;
  private final int[] ofLinks;

  Sources(Wiring wiring, int unitsPerDie) {
    this.unitsPerDie = unitsPerDie;
    int[] counts = new int[wiring.nodes()];
    Arrays.fill(counts, unitsPerDie);
    ofLinks = new int[wiring.size()];
    for (int link = 0; link < ofLinks.length; link++) {
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
