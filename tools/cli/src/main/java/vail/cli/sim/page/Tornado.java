package vail.cli.sim.page;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import vail.cli.page.Axis;
import vail.cli.page.Svg;
import vail.cli.page.Svg.Anchor;

/** Two bars an input: how much longer a time is after the input was moved down, and up. */
public final class Tornado {
  private static final int WIDTH = 640;
  private static final int LEFT = 150;
  private static final int RIGHT = 70;
  private static final int TOP = 34;
  private static final int ROW = 30;
  private static final int BAR = 11;
  private static final double LEAST = 0.1;

  /**
   * An input.
   *
   * @param name what it is
   * @param less what it was moved down by
   * @param more what it was moved up by
   * @param down share by which the time is longer then; empty where it could not be
   * @param up the same after the other move
   */
  public record Row(
      String name, String less, String more, OptionalDouble down, OptionalDouble up) {}

  private Tornado() {}

  /** The picture of some inputs, in their order. */
  public static String of(String id, String title, List<Row> rows) {
    double most = LEAST;
    for (Row row : rows) {
      most = Math.max(most, Math.abs(row.down().orElse(0)));
      most = Math.max(most, Math.abs(row.up().orElse(0)));
    }
    int bottom = TOP + rows.size() * ROW;
    Svg svg =
        new Svg(
            id,
            WIDTH,
            bottom + 40,
            title,
            "Two bars an input: to the right the time gets longer, to the left shorter."
                + " First comes what does most for each percent of the input.");
    Axis axis = new Axis(-100 * most, 100 * most, LEFT + 60, WIDTH - RIGHT);
    for (double tick : axis.ticks(5)) {
      svg.line(axis.at(tick), TOP - 4, axis.at(tick), bottom, tick == 0 ? "axis" : "grid");
      svg.text(axis.at(tick), bottom + 16, Anchor.MIDDLE, "tick", Axis.label(tick));
    }
    svg.text(axis.at(0), bottom + 34, Anchor.MIDDLE, "name", "percent more or less time");
    svg.rect(LEFT, 11, 10, 10, "down");
    svg.text(LEFT + 15, 20, Anchor.START, "key", "10 % less, or half");
    svg.rect(LEFT + 150, 11, 10, 10, "up");
    svg.text(LEFT + 165, 20, Anchor.START, "key", "10 % more, or double");
    for (int i = 0; i < rows.size(); i++) {
      double y = TOP + i * ROW + 3;
      svg.text(LEFT - 40, y + 15, Anchor.END, "row", rows.get(i).name());
      bar(svg, axis, y, rows.get(i).less(), rows.get(i).down(), "down");
      bar(svg, axis, y + BAR + 1, rows.get(i).more(), rows.get(i).up(), "up");
    }
    return svg.finish();
  }

  private static void bar(
      Svg svg, Axis axis, double y, String moved, OptionalDouble share, String style) {
    svg.text(LEFT - 2, y + 9, Anchor.END, "value", moved);
    if (share.isEmpty()) {
      svg.text(axis.at(0) + 5, y + 9, Anchor.START, "value", "not possible");
      return;
    }
    double end = axis.at(100 * share.getAsDouble());
    double zero = axis.at(0);
    svg.rect(Math.min(zero, end), y, Math.abs(end - zero), BAR, style);
    boolean longer = share.getAsDouble() >= 0;
    svg.text(
        longer ? Math.max(zero, end) + 5 : end - 5,
        y + 9,
        longer ? Anchor.START : Anchor.END,
        "value",
        String.format(Locale.ROOT, "%+.2f %%", 100 * share.getAsDouble()));
  }
}
