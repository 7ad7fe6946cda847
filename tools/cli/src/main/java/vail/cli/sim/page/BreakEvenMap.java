package vail.cli.sim.page;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What pays for sizes and speeds of codecs.
 *
 * @param sizes of each die's data in bytes, ascending
 * @param rates of a codec in decimal gigabytes a second, ascending
 * @param cells for each rate those of all sizes
 * @param given which of the rates is the one that was asked about
 * @param way how the times were found, in words
 */
public record BreakEvenMap(
    List<Long> sizes, List<Double> rates, List<List<Cell>> cells, OptionalInt given, String way) {
  /** The cell of a rate and a size, by their places. */
  public Cell cell(int rate, int size) {
    return cells.get(rate).get(size);
  }

  /**
   * The place among the rates, a fraction, from which on a codec pays for a size: interpolated
   * between two rates of which the upper one pays; empty where all pay or none does.
   */
  public OptionalDouble breakEven(int size) {
    for (int rate = 1; rate < rates.size(); rate++) {
      double below = Math.log(cell(rate - 1, size).speedUp());
      double above = Math.log(cell(rate, size).speedUp());
      if (below <= 0 && above > 0) {
        return OptionalDouble.of(rate - 1 - below / (above - below));
      }
    }
    return OptionalDouble.empty();
  }

  /** The speed at such a place, in decimal gigabytes a second. */
  public double rateAt(double place) {
    int below = (int) Math.min(rates.size() - 2, Math.floor(place));
    double part = place - below;
    return Math.exp(
        (1 - part) * Math.log(rates.get(below)) + part * Math.log(rates.get(below + 1)));
  }
}
