package vail.bench.measure;

import java.util.List;
import java.util.Optional;
import vail.bench.codec.Contender;

/**
 * All that a run has found.
 *
 * @param machine where
 * @param origin what the planes are
 * @param rows rates
 * @param latencies times of single blocks
 * @param absent who could not take part
 * @param failures who did not restore what it was given
 */
public record Findings(
    Machine machine,
    String origin,
    List<Row> rows,
    List<Latency> latencies,
    List<Contender.Absent> absent,
    List<Failure> failures) {
  /** Takes copies. */
  public Findings {
    rows = List.copyOf(rows);
    latencies = List.copyOf(latencies);
    absent = List.copyOf(absent);
    failures = List.copyOf(failures);
  }

  /** The rows of one contest. */
  public List<Row> rows(Race race) {
    return rows.stream().filter(row -> row.race().equals(race)).toList();
  }

  /** The contests, in order. */
  public List<Race> races() {
    return rows.stream().map(Row::race).distinct().toList();
  }

  /** The contest of 64 KiB blocks of a plane within the caches, by one thread. */
  public Optional<Race> headline(String plane) {
    return races().stream()
        .filter(race -> race.plane().equals(plane) && race.size().equals(Programme.CACHED))
        .filter(race -> race.time() == Race.Time.PROCESSOR)
        .findFirst();
  }
}
