package vail.sim.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.code.SymbolKind;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.bytes.Blocks;
import vail.sim.bytes.Edition;
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

  /** What all dies have received in a round. */
  static final class Round {
    private final SortedMap<Integer, List<Tally.Stream>> byDie = new TreeMap<>();

    /** The sampled blocks of all streams. */
    Blocks blocks(SymbolKind kind) {
      return new Blocks(
          kind,
          byDie.values().stream()
              .flatMap(List::stream)
              .flatMap(each -> each.blocks().stream())
              .toList());
    }

    /** Each stream, held against a book, by the die that it is for. */
    List<RoundDrift.Stream> streams(Edition used, SymbolKind kind) {
      List<RoundDrift.Stream> all = new ArrayList<>();
      byDie.forEach((die, streams) ->
          streams.forEach(each ->
              all.add(
                  new RoundDrift.Stream(
                      each.from(),
                      die,
                      each.rawBytes(),
                      each.bytes(),
                      new Blocks(kind, each.blocks()).excess(used.book())))));
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
