package vail.cli.reproduce.page;

import java.util.Locale;

/** Text and numbers as HTML and SVG want them. */
final class Markup {
  private Markup() {}

  /** Text without anything that would be read as markup. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A length to a tenth of a pixel. */
  static String number(double value) {
    double tenths = Math.round(value * 10) / 10.0;
    return tenths == Math.rint(tenths)
        ? Long.toString((long) tenths)
        : String.format(Locale.ROOT, "%.1f", tenths);
  }
}
