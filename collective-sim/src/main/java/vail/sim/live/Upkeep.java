package vail.sim.live;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vail.code.Codebook;
import vail.code.Histogram;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Shelf;

/**
 * How the book that dies share is kept fit for their values while they run.
 *
 * @param first edition, with which all dies begin
 * @param shelves of the dies
 * @param limits when it is changed
 * @param trainer makes a book of what was counted
 */
public record Upkeep(
    Edition first, List<Shelf> shelves, Limits limits, Function<Histogram, Codebook> trainer) {
  /** Frames of which one is counted: drift shows in a few. */
  private static final int SAMPLED = 4;

  /** Takes a copy. */
  public Upkeep {
    shelves = List.copyOf(shelves);
  }

  /** Upkeep of so many dies that run together. */
  public static Upkeep of(
      Codebook book, int dies, Limits limits, Function<Histogram, Codebook> trainer) {
    Edition first = new Edition(0, book);
    return new Upkeep(
        first,
        Stream.generate(() -> Shelf.of(first, SAMPLED)).limit(dies).toList(),
        limits,
        trainer);
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
