package vail.cli.sim.page;

import static vail.cli.page.Svg.number;

import java.util.Locale;
import java.util.OptionalDouble;
import vail.cli.Markup;
import vail.cli.Names;
import vail.cli.Units;
import vail.cli.page.Svg;
import vail.cli.page.Svg.Anchor;
import vail.sim.plan.Codec;

/** A field for each size and speed of codecs that says what pays, and the line where it begins. */
public final class BreakEvenChart {
  private static final int LEFT = 104;
  private static final int TOP = 34;
  private static final int WIDTH = 98;
  private static final int HEIGHT = 40;
  private static final int BOTTOM = 46;
  private static final int KEY = 122;

  /** From such a gain on a field has its full colour. */
  private static final double FULL = 0.3;

  private static final double PALEST = 0.16;
  private static final double STRONGEST = 0.62;
  private static final double STRONGEST_NONE = 0.42;

  private final BreakEvenMap map;
  private final Svg svg;
  private final int bottom;

  private BreakEvenChart(String id, BreakEvenMap map) {
    this.map = map;
    bottom = TOP + map.rates().size() * HEIGHT;
    svg =
        new Svg(
            id,
            LEFT + map.sizes().size() * WIDTH + 16,
            bottom + BOTTOM,
            "What pays, by size and speed of codecs",
            "Fields say none, single or three and how many times faster than none the faster codec"
                + " is; above the line compression pays.");
  }

  /** The picture of a map. */
  public static String of(String id, BreakEvenMap map) {
    BreakEvenChart chart = new BreakEvenChart(id, map);
    chart.legend();
    for (int rate = 0; rate < map.rates().size(); rate++) {
      chart.rate(rate);
      for (int size = 0; size < map.sizes().size(); size++) {
        chart.field(rate, size);
      }
    }
    chart.line();
    for (int rate = 0; rate < map.rates().size(); rate++) {
      for (int size = 0; size < map.sizes().size(); size++) {
        chart.words(rate, size);
      }
    }
    for (int size = 0; size < map.sizes().size(); size++) {
      chart.svg.text(
          chart.x(size) + WIDTH / 2.0,
          chart.bottom + 16,
          Anchor.MIDDLE,
          "tick",
          size(map.sizes().get(size)));
    }
    chart.names();
    return chart.svg.finish();
  }

  private double x(double size) {
    return LEFT + size * WIDTH;
  }

  /** Fast codecs are on top. */
  private double y(double rate) {
    return bottom - (rate + 1) * HEIGHT;
  }

  private void legend() {
    double x = LEFT;
    for (Codec codec : Codec.values()) {
      svg.rect(x, 9, 12, 12, "cell " + Names.of(codec));
      svg.text(
          x + 18,
          19,
          Anchor.START,
          "key",
          codec == Codec.NONE ? "no codec pays" : Names.of(codec) + " pays");
      x += KEY;
    }
    svg.raw("<path d=\"M%s 15h24\" class=\"breakeven\"/>".formatted(number(x)));
    svg.text(x + 30, 19, Anchor.START, "key", "break-even");
  }

  private void rate(int rate) {
    boolean given = map.given().isPresent() && map.given().getAsInt() == rate;
    svg.text(
        LEFT - 8,
        y(rate) + HEIGHT / 2.0 + 4,
        Anchor.END,
        given ? "row given" : "tick",
        speed(map.rates().get(rate)) + (given ? " ▸" : ""));
  }

  private void field(int rate, int size) {
    Cell cell = map.cell(rate, size);
    String verdict = Names.of(cell.verdict());
    double gain = Math.min(1, Math.abs(cell.speedUp() - 1) / FULL);
    double strength =
        PALEST + ((cell.verdict() == Codec.NONE ? STRONGEST_NONE : STRONGEST) - PALEST) * gain;
    svg.raw(
        "<rect x=\"%s\" y=\"%s\" width=\"%d\" height=\"%d\" class=\"cell %s\" fill-opacity=\"%s\"><title>%s</title></rect>"
            .formatted(
                number(x(size) + 1),
                number(y(rate) + 1),
                WIDTH - 2,
                HEIGHT - 2,
                verdict,
                String.format(Locale.ROOT, "%.2f", strength),
                Markup.escaped(times(rate, size))));
  }

  /** Above the line, so that it crosses no word. */
  private void words(int rate, int size) {
    Cell cell = map.cell(rate, size);
    String verdict = Names.of(cell.verdict());
    double middle = x(size) + WIDTH / 2.0;
    svg.text(middle, y(rate) + 18, Anchor.MIDDLE, "inside note", verdict);
    svg.text(middle, y(rate) + 31, Anchor.MIDDLE, "inside small note", times(cell.speedUp()));
  }

  private String times(int rate, int size) {
    Cell cell = map.cell(rate, size);
    return String.format(
        Locale.ROOT,
        "%s, codecs of %s: none %.3f us, single %.3f us, three %.3f us",
        Units.bytes(map.sizes().get(size)),
        speed(map.rates().get(rate)),
        cell.none() / 1e6,
        cell.single() / 1e6,
        cell.three() / 1e6);
  }

  /** Through the middles of fields; beside a column of which all pays or none, along its side. */
  private void line() {
    StringBuilder path = new StringBuilder();
    double before = bottom;
    for (int size = 0; size < map.sizes().size(); size++) {
      OptionalDouble place = map.place(size);
      if (place.isPresent()) {
        if (path.isEmpty() && size > 0) {
          path.append(point("M", size, end(size - 1)));
        }
        double y = y(place.getAsDouble()) + HEIGHT / 2.0;
        if (path.indexOf("L") < 0 && !path.isEmpty()) {
          path.append(point("L", size, y));
        }
        path.append(point(path.isEmpty() ? "M" : "L", size + 0.5, y));
        before = y;
      } else if (!path.isEmpty()) {
        path.append(point("L", size, before)).append(point("L", size, end(size)));
        break;
      }
    }
    if (!path.isEmpty()) {
      svg.path(path.toString(), "breakeven halo");
      svg.path(path.toString(), "breakeven");
    }
  }

  private String point(String command, double size, double y) {
    return command + number(x(size)) + " " + number(y);
  }

  private double end(int size) {
    return map.cell(0, size).speedUp() > 1 ? bottom : TOP;
  }

  private void names() {
    svg.text(LEFT, bottom + 38, Anchor.START, "name", "size of each die's data");
    svg.upwards(13, (TOP + bottom) / 2.0, "name", "speed of each codec");
  }

  private static String size(long bytes) {
    return Units.bytes(bytes).replaceFirst("[.]0+ ", " ");
  }

  private static String speed(double gigabytes) {
    String text = String.format(Locale.ROOT, gigabytes >= 100 ? "%.0f" : "%.2f", gigabytes);
    return text.replaceFirst("[.]0+$", "") + " GB/s";
  }

  private static String times(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.3f×" : "%.2f×", value);
  }
}
