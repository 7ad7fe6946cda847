package vail.bench.measure;

import java.util.List;
import java.util.Optional;
import vail.bench.codec.Contender;

/**
 * All that a run has found.
 *
 * @param machine where
 * @param origin what the planes are
 * @param share processor time of this process by time on the wall: about 1 or more where nobody
 *     else was at work
 * @param rows rates
 * @param latencies times of single blocks
 * @param absent who could not take part
 * @param failures who did not restore what it was given
 */
public record Findings(
    Machine machine,
    String origin,
    double share,
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

  /** Below this others took so much of the machine that the figures say little. */
  private static final double UNDISTURBED = 0.8;

  /** A warning where the machine was busy with other things. */
  public Optional<String> disturbed() {
    return share >= UNDISTURBED
        ? Optional.empty()
        : Optional.of(
            "This machine was busy with other programs: %.0f %% of one core was left for this run,"
                    .formatted(share * 100)
                + " and what is not compiled in time is far too slow. Do not quote it.");
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
