package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vail.cli.UsageException;
import vail.cli.sim.page.BreakEvenMap;
import vail.cli.sim.page.Cell;

/** Finds what pays for sizes and speeds of codecs around those that were asked about. */
final class BreakEven {
  /** Events that a picture may cost: a few seconds. */
  static final long MOST_EVENTS = 10_000_000;

  private static final long LARGEST = 1L << 30;
  private static final int SIZES = 10;
  private static final int SIZE_FACTOR = 4;

  /** Powers of two of the given speed: from an eighth to sixteen times. */
  private static final int SLOWEST = -3;

  private static final int FASTEST = 4;

  /** Of a factor of two: each is less than a tenth of a percent. */
  private static final long STEPS = 1 << 10;

  private BreakEven() {}

  /**
   * The map, by closed forms where there are some; empty where runs would take too long.
   *
   * @param events of one run
   */
  static Optional<BreakEvenMap> of(Setup setup, long largest, long events) {
    Measurer forms = Measurer.closed(setup);
    if (hasForms(forms, largest)) {
      BreakEvenMap drawn = map(setup, largest, 1, Measurer::closed, "by closed forms");
      return Optional.of(drawn.with((size, above) -> sought(setup, drawn, size, above)));
    }
    for (int coarse = 1; coarse <= 2; coarse++) {
      long cells = cells(coarse);
      if (events * (2 * cells + SIZES) <= MOST_EVENTS) {
        return Optional.of(
            map(
                    setup,
                    largest,
                    coarse,
                    moved -> Measurer.events(moved, 1),
                    "by a run for each, between runs interpolated")
                .interpolated());
      }
    }
    return Optional.empty();
  }

  private static long cells(int coarse) {
    return (long) (SIZES / coarse) * ((FASTEST - SLOWEST) / coarse + 1);
  }

  private static boolean hasForms(Measurer forms, long size) {
    try {
      for (Policy policy : List.of(Policy.NONE, Policy.SINGLE, Policy.THREE)) {
        forms.time(policy, size);
      }
      return true;
    } catch (UsageException e) {
      return false;
    }
  }

  /** Makes a measurer for a setup. */
  @FunctionalInterface
  private interface Way {
    Measurer of(Setup setup);
  }

  /** The map without its break-evens. */
  private static BreakEvenMap map(Setup setup, long largest, int coarse, Way way, String words) {
    List<Long> sizes = sizes(setup, largest, coarse);
    List<Double> rates = new ArrayList<>();
    List<List<Cell>> cells = new ArrayList<>();
    List<Long> none = times(way.of(setup), Policy.NONE, sizes);
    OptionalInt given = OptionalInt.empty();
    for (int power = SLOWEST; power <= FASTEST; power += coarse) {
      if (power == 0) {
        given = OptionalInt.of(rates.size());
      }
      Setup moved = setup.with(Lever.codec(setup.die(), power(power)));
      Measurer measurer = way.of(moved);
      List<Long> single = times(measurer, Policy.SINGLE, sizes);
      List<Long> three = times(measurer, Policy.THREE, sizes);
      List<Cell> row = new ArrayList<>();
      for (int i = 0; i < sizes.size(); i++) {
        row.add(new Cell(none.get(i), single.get(i), three.get(i)));
      }
      rates.add(moved.die().encode().rate().bytesPerSecond() / 1e9);
      cells.add(row);
    }
    return new BreakEvenMap(sizes, rates, cells, List.of(), given, words);
  }

  /** Halves the step between two speeds until three digits are sure. */
  private static double sought(Setup setup, BreakEvenMap map, int size, int above) {
    long bytes = map.sizes().get(size);
    long none = map.cell(above, size).none();
    Lever.Part slower = power(SLOWEST + above - 1);
    long low = STEPS;
    long high = 2 * STEPS;
    while (high - low > 1) {
      long middle = (low + high) / 2;
      Lever.Part part = new Lever.Part(middle * slower.of(), STEPS * slower.by());
      Measurer forms = Measurer.closed(setup.with(Lever.codec(setup.die(), part)));
      Cell cell = new Cell(none, forms.time(Policy.SINGLE, bytes), forms.time(Policy.THREE, bytes));
      if (cell.speedUp() > 1) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return map.rates().get(above - 1) * (low + high) / (2.0 * STEPS);
  }

  private static Lever.Part power(int power) {
    return new Lever.Part(1L << Math.max(0, power), 1L << Math.max(0, -power));
  }

  private static List<Long> times(Measurer measurer, Policy policy, List<Long> sizes) {
    return sizes.stream().map(size -> measurer.time(policy, size)).toList();
  }

  private static List<Long> sizes(Setup setup, long largest, int coarse) {
    List<Long> sizes = new ArrayList<>();
    long size = Math.max(LARGEST, largest);
    for (int i = 0; i < SIZES; i++, size /= SIZE_FACTOR) {
      long whole = size / setup.elementBytes() * setup.elementBytes();
      if (i % coarse == 0 && whole > 0) {
        sizes.addFirst(whole);
      }
    }
    return sizes;
  }
}
