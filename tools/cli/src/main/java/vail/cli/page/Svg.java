package vail.cli.page;

import static vail.cli.Markup.escaped;

import java.util.Locale;
import vail.cli.Names;

/** A picture under construction; lengths are in units of its view box, y grows downwards. */
public final class Svg {
  /** Where a text lies with respect to its point. */
  public enum Anchor {
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
  public Svg(String id, int width, int height, String title, String description) {
    text.append("<svg viewBox=\"0 0 %d %d\" role=\"img\"".formatted(width, height))
        .append(" aria-labelledby=\"%s-title %s-desc\">".formatted(id, id))
        .append("<title id=\"%s-title\">%s</title>".formatted(id, escaped(title)))
        .append("<desc id=\"%s-desc\">%s</desc>".formatted(id, escaped(description)));
  }

  /** Adds a straight line. */
  public Svg line(double x1, double y1, double x2, double y2, String style) {
    return path("M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2), style);
  }

  /** Adds a rectangle; one of no width is not seen. */
  public Svg rect(double x, double y, double width, double height, String style) {
    text.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\"/>"
            .formatted(number(x), number(y), number(Math.max(0, width)), number(height), style));
    return this;
  }

  /** Adds a circle. */
  public Svg circle(double x, double y, double radius, String style) {
    text.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\"/>"
            .formatted(number(x), number(y), number(radius), style));
    return this;
  }

  /** Adds a path. */
  public Svg path(String d, String style) {
    text.append("<path d=\"").append(d).append("\" class=\"").append(style).append("\"/>");
    return this;
  }

  /** Adds a text; it may hold any characters. */
  public Svg text(double x, double y, Anchor anchor, String style, String words) {
    text.append(
        "<text x=\"%s\" y=\"%s\" class=\"%s %s\">%s</text>"
            .formatted(number(x), number(y), Names.of(anchor), style, escaped(words)));
    return this;
  }

  /** Text that reads upwards, as the names of vertical axes do. */
  public Svg upwards(double x, double y, String style, String words) {
    text.append(
        "<text transform=\"translate(%s %s) rotate(-90)\" class=\"middle %s\">%s</text>"
            .formatted(number(x), number(y), style, escaped(words)));
    return this;
  }

  /** Adds what the others cannot say; texts in it are escaped already. */
  public Svg raw(String markup) {
    text.append(markup);
    return this;
  }

  /** A length to a tenth of a unit, as SVG wants it. */
  public static String number(double value) {
    double tenths = Math.round(value * 10) / 10.0;
    return tenths == Math.rint(tenths)
        ? Long.toString((long) tenths)
        : String.format(Locale.ROOT, "%.1f", tenths);
  }

  /** The finished picture. */
  public String finish() {
    return text + "</svg>";
  }
}
