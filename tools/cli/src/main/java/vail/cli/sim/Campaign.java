package vail.cli.sim;

import java.util.NavigableMap;
import java.util.TreeMap;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Vectors;
import vail.sim.live.Upkeep;

/**
 * Several rounds of a collective, and the book that all dies begin with.
 *
 * @param rounds how many
 * @param changes of the values, by the round from which on they are so
 * @param first book
 * @param limits when it is changed
 */
record Campaign(
    int rounds, NavigableMap<Integer, Values> changes, Edition first, Upkeep.Limits limits) {
  /** Takes a copy. */
  Campaign {
    changes = new TreeMap<>(changes);
  }

  /** Values, and what people call them. */
  record Values(String name, Vectors vectors) {}

  /** The values of a round. */
  Values values(int round) {
    return changes.floorEntry(round).getValue();
  }
}
