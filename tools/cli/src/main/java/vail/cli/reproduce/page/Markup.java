package vail.cli.reproduce.page;

import java.util.Locale;

/** Numbers as SVG wants them. */
final class Markup {
  private Markup() {}

  /** A length to a tenth of a pixel. */
  static String number(double value) {
    double tenths = Math.round(value * 10) / 10.0;
    return tenths == Math.rint(tenths)
        ? Long.toString((long) tenths)
        : String.format(Locale.ROOT, "%.1f", tenths);
  }
}
