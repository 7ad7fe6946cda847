package vail.cli.sim.page;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What pays for sizes and speeds of codecs.
 *
 * @param sizes of each die's data in bytes, ascending
 * @param rates of a codec in decimal gigabytes a second, ascending
 * @param cells for each rate those of all sizes
 * @param breakEvens for each size the speed from which on a codec pays, in the unit of the rates;
 *     empty where it does at all of them, or at none
 * @param given which of the rates is the one that was asked about
 * @param way how the times were found, in words
 */
public record BreakEvenMap(
    List<Long> sizes,
    List<Double> rates,
    List<List<Cell>> cells,
    List<OptionalDouble> breakEvens,
    OptionalInt given,
    String way) {
  /** The cell of a rate and a size, by their places. */
  public Cell cell(int rate, int size) {
    return cells.get(rate).get(size);
  }

  /** Finds the speed from which on a codec pays. */
  @FunctionalInterface
  public interface Search {
    /** For a size, between the rate before this one, where none pays, and this, where one does. */
    double between(int size, int above);
  }

  /** The same with the speeds that a search finds. */
  public BreakEvenMap with(Search search) {
    List<OptionalDouble> found =
        IntStream.range(0, sizes.size())
            .mapToObj(size ->
                above(size).stream().mapToDouble(above -> search.between(size, above)).findFirst())
            .toList();
    return new BreakEvenMap(sizes, rates, cells, found, given, way);
  }

  /** The same with speeds interpolated between rates, by the factors of both speeds and times. */
  public BreakEvenMap interpolated() {
    return with((size, above) -> {
      double below = Math.log(cell(above - 1, size).speedUp());
      double part = below / (below - Math.log(cell(above, size).speedUp()));
      double slower = rates.get(above - 1);
      return slower * Math.pow(rates.get(above) / slower, part);
    });
  }

  /** The first rate that pays for a size where the one before does not. */
  private OptionalInt above(int size) {
    return IntStream.range(1, rates.size())
        .filter(rate -> cell(rate - 1, size).speedUp() <= 1 && cell(rate, size).speedUp() > 1)
        .findFirst();
  }

  /**
   * The place of a size's break-even among the rates, a fraction: as far as the factors of both.
   */
  public OptionalDouble place(int size) {
    if (breakEvens.get(size).isEmpty()) {
      return OptionalDouble.empty();
    }
    double speed = breakEvens.get(size).getAsDouble();
    int above = 1;
    while (above < rates.size() - 1 && rates.get(above) < speed) {
      above++;
    }
    double below = rates.get(above - 1);
    return OptionalDouble.of(
        above - 1 + Math.log(speed / below) / Math.log(rates.get(above) / below));
  }
}
