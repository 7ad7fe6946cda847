package vail.cli.reproduce.page;

import static vail.cli.Markup.escaped;
import static vail.cli.reproduce.page.Markup.number;

import vail.cli.Names;

/** A picture under construction; lengths are in units of its view box, y grows downwards. */
final class Svg {
  /** Where a text lies with respect to its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private final StringBuilder text = new StringBuilder();

  /**
   * A picture.
   *
   * @param id unique on its page
   * @param title what it is, read aloud by screen readers
   * @param description what it shows
   */
  Svg(String id, int width, int height, String title, String description) {
    text.append("<svg viewBox=\"0 0 %d %d\" role=\"img\"".formatted(width, height))
        .append(" aria-labelledby=\"%s-title %s-desc\">".formatted(id, id))
        .append("<title id=\"%s-title\">%s</title>".formatted(id, escaped(title)))
        .append("<desc id=\"%s-desc\">%s</desc>".formatted(id, escaped(description)));
  }

  Svg line(double x1, double y1, double x2, double y2, String style) {
    return path("M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2), style);
  }

  Svg rect(double x, double y, double width, double height, String style) {
    text.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\"/>"
            .formatted(number(x), number(y), number(Math.max(0, width)), number(height), style));
    return this;
  }

  Svg circle(double x, double y, double radius, String style) {
    text.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\"/>"
            .formatted(number(x), number(y), number(radius), style));
    return this;
  }

  Svg path(String d, String style) {
    text.append("<path d=\"").append(d).append("\" class=\"").append(style).append("\"/>");
    return this;
  }

  Svg text(double x, double y, Anchor anchor, String style, String words) {
    text.append(
        "<text x=\"%s\" y=\"%s\" class=\"%s %s\">%s</text>"
            .formatted(number(x), number(y), Names.of(anchor), style, escaped(words)));
    return this;
  }

  /** Text that reads upwards, as the names of vertical axes do. */
  Svg upwards(double x, double y, String style, String words) {
    text.append(
        "<text transform=\"translate(%s %s) rotate(-90)\" class=\"middle %s\">%s</text>"
            .formatted(number(x), number(y), style, escaped(words)));
    return this;
  }

  /** The finished picture. */
  String finish() {
    return text + "</svg>";
  }
}
