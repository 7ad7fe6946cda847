package vail.cli.page;

import java.util.List;
import vail.cli.page.Svg.Anchor;

/**
 * The ruled space of a picture with two axes.
 *
 * @param x to the right
 * @param y upwards: its start is its lower end
 */
public record Frame(Axis x, Axis y) {
  private static final double LETTER = 4;

  /** Room for a letter of a legend in most typefaces. */
  private static final double WIDE_LETTER = 6.9;

  /** Lines across the space at round values of y, with their values. */
  public Frame ruleY(Svg svg, int about, String name) {
    for (double tick : y.ticks(about)) {
      svg.line(x.start(), y.at(tick), x.end(), y.at(tick), tick == 0 ? "axis" : "grid");
      svg.text(x.start() - 6, y.at(tick) + LETTER, Anchor.END, "tick", Axis.label(tick));
    }
    svg.upwards(14, (y.start() + y.end()) / 2, "name", name);
    return this;
  }

  /** Values below the space at round values of x. */
  public Frame ruleX(Svg svg, int about, String name) {
    for (double tick : x.ticks(about)) {
      svg.line(x.at(tick), y.start(), x.at(tick), y.end(), tick == 0 ? "axis" : "grid");
      svg.text(x.at(tick), y.start() + 16, Anchor.MIDDLE, "tick", Axis.label(tick));
    }
    return nameX(svg, name);
  }

  /** The name of x below its values. */
  public Frame nameX(Svg svg, String name) {
    svg.text((x.start() + x.end()) / 2, y.start() + 36, Anchor.MIDDLE, "name", name);
    return this;
  }

  /**
   * A row of coloured marks with their meaning.
   *
   * @param entries each the style of a mark and its meaning
   */
  public static void legend(Svg svg, double left, double y, List<Key> entries) {
    double x = left;
    for (Key entry : entries) {
      svg.rect(x, y - 9, 10, 10, "fill " + entry.style());
      svg.text(x + 15, y, Anchor.START, "key", entry.words());
      x += 15 + WIDE_LETTER * entry.words().length() + 14;
    }
  }

  /** A mark and its meaning. */
  public record Key(String style, String words) {}
}
