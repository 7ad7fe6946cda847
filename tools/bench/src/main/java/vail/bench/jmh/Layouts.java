package vail.bench.jmh;

import vail.block.Layout;
import vail.code.LengthLimit;

/** The named layouts of B-27, each with the class of books it is meant for. */
final class Layouts {
  private Layouts() {}

  static Layout of(String name) {
    return switch (name) {
      case "portable", "portable-long" -> Layout.PORTABLE;
      case "wide" -> Layout.WIDE;
      case "wide-long" -> Layout.WIDE_LONG;
      case "link" -> Layout.LINK;
      default -> throw new IllegalArgumentException("no layout is called '" + name + "'");
    };
  }

  static LengthLimit limit(String name) {
    return name.endsWith("-long") ? LengthLimit.LONG : LengthLimit.SHORT;
  }
}
