package vail.cli.sim;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vail.cli.Names;
import vail.json.JsonObject;
import vail.sim.bytes.Moved;

/**
 * All answers of a call.
 *
 * @param setup what was asked about
 * @param mode how it was answered
 * @param type of elements, as users write it
 * @param operation of sums
 * @param energy of bits
 * @param values what was moved, where anything was
 * @param bySize for each size a row of each codec
 */
record Findings(
    Setup setup,
    String mode,
    String type,
    String operation,
    Energy energy,
    Optional<JsonObject> values,
    SortedMap<Long, List<Row>> bySize) {
  /** Sizes in order, and of a size the codecs. */
  List<Row> rows() {
    return bySize.values().stream().flatMap(List::stream).toList();
  }

  /** The rows of the largest size. */
  List<Row> largest() {
    return bySize.lastEntry().getValue();
  }

  /** Of these the one without a codec, where that was asked for. */
  Optional<Row> none() {
    return largest().stream().filter(row -> row.ran() == Policy.NONE).findFirst();
  }

  /** The fastest codec of the largest size; of equal ones the first. */
  Row fastest() {
    return Collections.min(largest(), Comparator.comparingLong(Row::time));
  }

  /** The fastest that compresses, where one was asked for: what the question is about. */
  Row subject() {
    return largest().stream()
        .filter(Row::compresses)
        .min(Comparator.comparingLong(Row::time))
        .orElseGet(this::fastest);
  }

  /** Whether times are those that no schedule in equal steps beats: of links, not of codecs. */
  boolean isBound() {
    return mode.equals(Names.of(Mode.BOUND));
  }

  /** Whether values were moved, so that their ratio is known. */
  boolean movesBytes() {
    return values.isPresent();
  }

  /** The smallest size asked about from which on a codec pays; empty where it never does. */
  OptionalLong threshold() {
    OptionalLong from = OptionalLong.empty();
    for (List<Row> rows : bySize.reversed().values()) {
      OptionalLong without =
          rows.stream().filter(row -> row.ran() == Policy.NONE).mapToLong(Row::time).min();
      OptionalLong with = rows.stream().filter(Row::compresses).mapToLong(Row::time).min();
      if (without.isEmpty() || with.isEmpty() || with.getAsLong() >= without.getAsLong()) {
        return from;
      }
      from = OptionalLong.of(rows.getFirst().size());
    }
    return from;
  }

  /** What became of real values, row by row. */
  List<Moved> moved() {
    return rows().stream().flatMap(row -> row.moved().stream()).toList();
  }

  /** Whether all values that were moved are right; so they are where none were. */
  boolean holds() {
    return moved().stream().allMatch(moved -> moved.certificate().holds());
  }

  /** Outputs that were compared. */
  long elements() {
    return moved().stream().mapToLong(moved -> moved.certificate().elements()).sum();
  }

  /** Outputs that are wrong. */
  long wrong() {
    return moved().stream().mapToLong(moved -> moved.certificate().wrong()).sum();
  }

  /** How many times faster a row is than the row of a codec and its size. */
  OptionalDouble speedUp(Row row, String codec) {
    return bySize.getOrDefault(row.size(), List.of()).stream()
        .filter(other -> other.codec().equals(codec))
        .mapToDouble(other -> row.time() == 0 ? 1 : (double) other.time() / row.time())
        .findFirst();
  }

  /**
   * The mean over sizes of what nccl-tests calls the bus bandwidth, for each codec that was asked
   * for: a mean of several would be that of none.
   */
  SortedMap<String, Double> averageBusBandwidths() {
    return rows().stream()
        .collect(
            Collectors.groupingBy(
                Row::asked,
                TreeMap::new,
                Collectors.averagingDouble(row -> row.busbw(setup.collective(), setup.dies()))));
  }
}
