package vail.cli.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A straight axis.
 *
 * @param least value at its start
 * @param most value at its end
 * @param start coordinate of its start
 * @param end coordinate of its end
 */
public record Axis(double least, double most, double start, double end) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  /** Rejects axes of no length. */
  public Axis {
    if (!(least < most)) {
      throw new IllegalArgumentException("an axis from " + least + " to " + most);
    }
  }

  /** The coordinate of a value. */
  public double at(double value) {
    return start + (value - least) / (most - least) * (end - start);
  }

  /** The coordinate of a value, moved onto the axis if it lies outside. */
  public double clamped(double value) {
    return at(Math.max(least, Math.min(most, value)));
  }

  /** Round values along the axis, about as many as asked for. */
  public List<Double> ticks(int about) {
    double step = step(about);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(least / step - 1e-9); i * step <= most + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private double step(int about) {
    double raw = (most - least) / about;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double step : STEPS) {
      if (step * power >= raw * 0.999) {
        return step * power;
      }
    }
    return 10 * power;
  }

  /** A tick without needless digits. */
  public static String label(double tick) {
    String text = String.format(Locale.ROOT, "%.3f", tick);
    return text.replaceAll("\\.?0+$", "").replace("-0", "0").isEmpty()
        ? "0"
        : text.replaceAll("\\.?0+$", "");
  }
}
