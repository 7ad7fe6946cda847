package vail.cli.sim;

import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.cli.sim.page.DriftChart;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Vectors;
import vail.sim.live.BookEvent;
import vail.sim.live.RoundDrift;
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

  /** What values are called, by the round from which on they are so. */
  SortedMap<Integer, String> names() {
    SortedMap<Integer, String> names = new TreeMap<>();
    changes.forEach((round, values) -> names.put(round, values.name()));
    return names;
  }

  /** For a picture of what has happened so far. */
  DriftChart.Story story(List<RoundDrift> ended, List<BookEvent> events) {
    return new DriftChart.Story(ended, events, names(), rounds, limits.alarm());
  }

  /** The values of a round. */
  Values values(int round) {
    return changes.floorEntry(round).getValue();
  }
}
