package vail.sim.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.code.Codebook;
import vail.code.Histogram;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.bytes.Tally;
import vail.sim.bytes.Word;

/** Gathers what dies report of their rounds, until all have reported of one. */
final class Reports {
  private final int dies;
  private final int[] due;
  private final SortedMap<Integer, Round> open = new TreeMap<>();

  Reports(int dies) {
    this.dies = dies;
    due = new int[dies];
  }

  /** What all dies have sent in a round. */
  static final class Round {
    private final SortedMap<Integer, List<Tally.Stream>> byDie = new TreeMap<>();

    /** The symbols of all streams. */
    Histogram counts() {
      Histogram sum = new Histogram();
      byDie.values().forEach(streams -> streams.forEach(each -> sum.add(each.counts())));
      return sum;
    }

    /** Each stream, held against a book. */
    List<RoundDrift.Stream> streams(Codebook book) {
      List<RoundDrift.Stream> all = new ArrayList<>();
      byDie.forEach((die, streams) ->
          streams.forEach(each ->
              all.add(
                  new RoundDrift.Stream(
                      die,
                      each.to(),
                      each.rawBytes(),
                      each.bytes(),
                      DriftMeter.excess(book, each.counts())))));
      return all;
    }
  }

  /**
   * Takes the report of a die; the round, if it is complete with it.
   *
   * @throws VailFormatException if another round of that die is due
   */
  Optional<Round> add(int die, Word report) {
    if (report.round() != due[die]) {
      throw new VailFormatException(
          Fault.BAD_FIELD,
          8,
          "die %d reports of round %d where %d is due".formatted(die, report.round(), due[die]));
    }
    due[die]++;
    Round round = open.computeIfAbsent(report.round(), _ -> new Round());
    round.byDie.put(die, report.streams());
    if (round.byDie.size() < dies) {
      return Optional.empty();
    }
    open.remove(report.round());
    return Optional.of(round);
  }
}
