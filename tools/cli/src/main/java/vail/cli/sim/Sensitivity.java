package vail.cli.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vail.cli.UsageException;

/**
 * How much each input moves a time.
 *
 * @param size of each die's data, in bytes
 * @param codec whose time it is
 * @param time of the codec with all inputs as they are, in picoseconds
 * @param none time without a codec
 * @param swings one an input, those first that move most for each percent of the input
 * @param fixed inputs that cannot be moved here
 */
record Sensitivity(
    long size, Policy codec, long time, long none, List<Swing> swings, List<String> fixed) {
  /**
   * What moving an input does.
   *
   * @param lever the input
   * @param less after it was moved down; empty where it cannot be
   * @param more after it was moved up
   */
  record Swing(Lever lever, Optional<End> less, Optional<End> more) {}

  /**
   * Where a move ends.
   *
   * @param time of the codec, in picoseconds
   * @param none time without a codec
   */
  record End(long time, long none) {
    /** How many times faster than without a codec. */
    double speedUp() {
      return time == 0 ? 1 : (double) none / time;
    }
  }

  /** The same about what a question is about. */
  static Sensitivity of(Findings findings, Function<Setup, Measurer> way) {
    Row subject = findings.subject();
    return of(findings.setup(), way, subject.size(), subject.ran());
  }

  /** Moves all levers, one after another. */
  static Sensitivity of(Setup setup, Function<Setup, Measurer> way, long size, Policy codec) {
    End base = end(setup, way, size, codec).orElseThrow();
    List<Swing> swings = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    for (Lever lever : Lever.ALL) {
      Optional<End> less =
          lever.move().by(setup, lever.down()).flatMap(moved -> end(moved, way, size, codec));
      Optional<End> more =
          lever.move().by(setup, lever.up()).flatMap(moved -> end(moved, way, size, codec));
      if (less.isEmpty() && more.isEmpty()) {
        fixed.add(lever.name());
      } else {
        swings.add(new Swing(lever, less, more));
      }
    }
    Sensitivity all = new Sensitivity(size, codec, base.time(), base.none(), swings, fixed);
    swings.sort(Comparator.comparingDouble((Swing swing) -> -all.most(swing)));
    return all;
  }

  /** A moved setup may be one that has no closed form. */
  private static Optional<End> end(
      Setup setup, Function<Setup, Measurer> way, long size, Policy codec) {
    try {
      Measurer measurer = way.apply(setup);
      long none = measurer.time(Policy.NONE, size);
      return Optional.of(new End(codec == Policy.NONE ? none : measurer.time(codec, size), none));
    } catch (UsageException e) {
      return Optional.empty();
    }
  }

  /** The share by which a time is longer than with all inputs as they are. */
  double change(End end) {
    return time == 0 ? 0 : (double) end.time() / time - 1;
  }

  /** Moves of a tenth and of a half are not alike: what counts is what each percent does. */
  private double most(Swing swing) {
    Lever lever = swing.lever();
    return Math.max(elasticity(swing.less(), lever.down()), elasticity(swing.more(), lever.up()));
  }

  private double elasticity(Optional<End> end, Lever.Part part) {
    return end.filter(there -> time > 0 && there.time() > 0)
        .map(there ->
            Math.abs(
                Math.log((double) there.time() / time) / Math.log((double) part.of() / part.by())))
        .orElse(0.0);
  }
}
