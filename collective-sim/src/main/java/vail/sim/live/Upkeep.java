package vail.sim.live;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import vail.code.Codebook;
import vail.code.Histogram;
import vail.code.SymbolKind;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Load;
import vail.sim.bytes.Shelf;
import vail.sim.plan.OpKind;
import vail.sim.plan.Program;
import vail.tensor.ElementType;

/**
 * How the book that dies share is kept fit for their values while they run.
 *
 * @param first edition, with which all dies begin
 * @param shelves of the dies
 * @param kind of the symbols that are coded
 * @param limits when it is changed
 * @param trainer makes a book of what was counted
 */
public record Upkeep(
    Edition first,
    List<Shelf> shelves,
    SymbolKind kind,
    Limits limits,
    Function<Histogram, Codebook> trainer) {
  /** Blocks that a die counts in a round: drift shows in a few. */
  private static final int SAMPLES = 8;

  /** Takes a copy. */
  public Upkeep {
    shelves = List.copyOf(shelves);
  }

  /** Upkeep of the dies of a load. */
  public static Upkeep of(Edition first, Load load, Limits limits) {
    int dies = load.schedule().dies();
    List<Shelf> shelves =
        IntStream.range(0, dies).mapToObj(die -> Shelf.of(first, every(load, die))).toList();
    ElementType type = load.type();
    return new Upkeep(first, shelves, Edition.kind(type), limits, Edition.trainer(type));
  }

  private static int every(Load load, int die) {
    Program program = load.schedule().program(die);
    long decodes =
        load.partition().lanes()
            * IntStream.range(0, program.size())
                .filter(op -> program.kind(op) == OpKind.DECODE)
                .count();
    return (int) Math.max(1, decodes / SAMPLES);
  }

  /**
   * When a book is changed.
   *
   * @param alarm excess bits a symbol from which on a round counts as drifted
   * @param calm excess bits below which drift is over, less than those
   * @param rounds in a row that ring the alarm, or show that a new book is worse than the old one
   * @param trial rounds in which a new book is held against the old one
   * @param patience after which a refresh is given up that has not been acknowledged by all
   */
  public record Limits(double alarm, double calm, int rounds, int trial, Duration patience) {
    /** Rejects what could never ring, or never fall silent. */
    public Limits {
      if (!(calm >= 0 && alarm > calm) || rounds < 1 || trial < rounds || !patience.isPositive()) {
        throw new IllegalArgumentException(
            "0 <= calm < alarm, 1 <= rounds <= trial and some patience are accepted");
      }
    }
  }
}
