package vail.cli.reproduce.page;

import java.util.List;
import java.util.OptionalDouble;
import vail.cli.page.Axis;
import vail.cli.page.Frame;
import vail.cli.page.Svg;
import vail.cli.page.Svg.Anchor;
import vail.cli.reproduce.Figures;

/** Bars in groups, one group below the other; the number stands at the end of each bar. */
final class BarChart {
  private static final int WIDTH = 560;
  private static final int LEFT = 130;
  private static final int TOP = 44;
  private static final int BAR = 11;
  private static final int SPACE = 12;

  private final List<Frame.Key> series;
  private final List<Row> rows;
  private final int height;
  private final Frame frame;

  /**
   * A group of bars.
   *
   * @param name before the bars
   * @param values one for each series; empty leaves the bar out
   */
  record Row(String name, List<OptionalDouble> values) {}

  private BarChart(List<Frame.Key> series, List<Row> rows) {
    this.series = series;
    this.rows = rows;
    int tall = rows.size() * (series.size() * BAR + SPACE);
    this.height = TOP + tall + 46;
    double most =
        rows.stream()
            .flatMap(row -> row.values().stream())
            .mapToDouble(value -> value.orElse(0))
            .max()
            .orElse(0);
    this.frame =
        new Frame(
            new Axis(0, Math.max(1, most * 1.1), LEFT, WIDTH - 14),
            new Axis(0, 1, TOP + tall, TOP));
  }

  /** The picture. */
  static String of(String id, String title, String unit, List<Frame.Key> series, List<Row> rows) {
    return new BarChart(series, rows).draw(id, title, unit);
  }

  private String draw(String id, String title, String unit) {
    Svg svg = new Svg(id, WIDTH, height, title, description(unit));
    frame.ruleX(svg, 6, unit);
    double y = TOP + SPACE / 2.0;
    for (Row row : rows) {
      svg.text(LEFT - 8, y + series.size() * BAR / 2.0 + 4, Anchor.END, "row", clipped(row.name()));
      for (int i = 0; i < series.size(); i++) {
        bar(svg, y + i * BAR, series.get(i), row.values().get(i));
      }
      y += series.size() * BAR + SPACE;
    }
    Frame.legend(svg, 20, 18, series);
    return svg.finish();
  }

  private void bar(Svg svg, double y, Frame.Key key, OptionalDouble value) {
    if (value.isEmpty()) {
      return;
    }
    double end = frame.x().clamped(value.getAsDouble());
    svg.rect(LEFT, y, end - LEFT, BAR - 1.5, "fill " + key.style());
    svg.text(end + 4, y + BAR - 2.5, Anchor.START, "value", Figures.two(value));
  }

  private String description(String unit) {
    StringBuilder text = new StringBuilder(unit).append('.');
    for (Row row : rows) {
      text.append(' ').append(row.name()).append(':');
      for (int i = 0; i < series.size(); i++) {
        text.append(' ').append(series.get(i).words()).append(' ');
        text.append(Figures.two(row.values().get(i))).append(';');
      }
    }
    return text.toString();
  }

  /** Names differ at their end. */
  private static String clipped(String name) {
    return vail.cli.Units.clipped(name, 18);
  }
}
