package vail.cli.sim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vail.sim.algo.Algorithms;
import vail.sim.model.Die;
import vail.sim.model.Service;
import vail.sim.net.Axis;
import vail.sim.net.Grid;
import vail.sim.net.Link;
import vail.sim.net.Rate;

/**
 * An input that can be moved down and up.
 *
 * @param name of the input
 * @param less what it is moved down by, in words
 * @param more what it is moved up by, in words
 * @param move gives the setup with so many times the input; empty where that cannot be
 * @param down times of the input
 * @param up times of the input
 */
record Lever(String name, String less, String more, Move move, Part down, Part up) {
  private static final Part NINE_TENTHS = new Part(9, 10);
  private static final Part ELEVEN_TENTHS = new Part(11, 10);
  private static final int RATIO_DIGITS = 6;

  /** All levers. */
  static final List<Lever> ALL =
      List.of(
          tenth("link rate", (setup, part) -> links(setup, link -> faster(link, part))),
          tenth("link latency", (setup, part) -> links(setup, link -> later(link, part))),
          tenth("codec rate", (setup, part) -> die(setup, codec(setup.die(), part))),
          tenth(
              "codec latency",
              (setup, part) -> die(setup, setup.die().withCodecs(service -> later(service, part)))),
          tenth("ratio", Lever::ratio),
          tenth(
              "tree time",
              (setup, part) -> die(setup, tree(setup.die(), service -> later(service, part)))),
          tenth(
              "reduce rate",
              (setup, part) -> die(setup, reduce(setup.die(), service -> faster(service, part)))),
          twofold("chunks", Lever::chunks),
          twofold("dies", Lever::dies));

  /**
   * So many times.
   *
   * @param of over by
   * @param by 1 or more
   */
  record Part(long of, long by) {
    long times(long value) {
      return Math.round((double) value * of / by);
    }
  }

  /** Gives a setup with so many times an input. */
  @FunctionalInterface
  interface Move {
    /** Empty where there is nothing to move, or no such setup. */
    Optional<Setup> by(Setup setup, Part part);
  }

  private static Lever tenth(String name, Move move) {
    return new Lever(name, "-10 %", "+10 %", move, NINE_TENTHS, ELEVEN_TENTHS);
  }

  private static Lever twofold(String name, Move move) {
    return new Lever(name, "half", "double", move, new Part(1, 2), new Part(2, 1));
  }

  private static Optional<Setup> links(Setup setup, UnaryOperator<Link> change) {
    return Optional.of(setup.with(setup.topology().relinked(change)));
  }

  private static Link faster(Link link, Part part) {
    return new Link(faster(link.rate(), part), link.latency(), link.flit(), link.clock());
  }

  private static Link later(Link link, Part part) {
    return new Link(link.rate(), part.times(link.latency()), link.flit(), link.clock());
  }

  private static Rate faster(Rate rate, Part part) {
    return new Rate(
        Math.multiplyExact(rate.picoseconds(), part.by()),
        Math.multiplyExact(rate.bytes(), part.of()));
  }

  private static Service faster(Service service, Part part) {
    return new Service(service.units(), service.latency(), faster(service.rate(), part));
  }

  private static Service later(Service service, Part part) {
    return new Service(service.units(), part.times(service.latency()), service.rate());
  }

  private static Optional<Setup> die(Setup setup, Die die) {
    return die.equals(setup.die()) ? Optional.empty() : Optional.of(setup.with(die));
  }

  /** A die whose codecs are so many times as fast. */
  static Die codec(Die die, Part part) {
    return new Die(
        faster(die.histogram(), part),
        die.tree(),
        faster(die.encode(), part),
        faster(die.decode(), part),
        die.reduce(),
        die.copy());
  }

  private static Die tree(Die die, UnaryOperator<Service> change) {
    return new Die(
        die.histogram(),
        change.apply(die.tree()),
        die.encode(),
        die.decode(),
        die.reduce(),
        die.copy());
  }

  private static Die reduce(Die die, UnaryOperator<Service> change) {
    return new Die(
        die.histogram(),
        die.tree(),
        die.encode(),
        die.decode(),
        change.apply(die.reduce()),
        die.copy());
  }

  /** A ratio stays at 1 or less. */
  private static Optional<Setup> ratio(Setup setup, Part part) {
    BigDecimal moved =
        setup
            .coding()
            .ratio()
            .multiply(BigDecimal.valueOf(part.of()))
            .divide(BigDecimal.valueOf(part.by()), RATIO_DIGITS, RoundingMode.HALF_UP)
            .min(BigDecimal.ONE);
    return Optional.of(setup.with(new Coding(moved, setup.coding().book())));
  }

  private static Optional<Setup> chunks(Setup setup, Part part) {
    return setup.lanes() * part.of() % part.by() == 0
        ? Optional.of(setup.with((int) part.times(setup.lanes())))
        : Optional.empty();
  }

  /** The last axis gets longer or shorter. */
  private static Optional<Setup> dies(Setup setup, Part part) {
    if (!(setup.topology() instanceof Grid grid)) {
      return Optional.empty();
    }
    Axis last = grid.axes().getLast();
    long size = part.times(last.size());
    boolean fits =
        last.size() * part.of() % part.by() == 0 && setup.dies() / last.size() * size > 1;
    return fits
        ? Algorithms.find(setup.algorithm().name())
            .map(family ->
                setup.with(grid.withLast(new Axis(last.kind(), (int) size, last.link())), family))
        : Optional.empty();
  }
}
