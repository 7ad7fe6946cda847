package vail.cli;

import java.util.Locale;

/** Numbers as people read them. */
public final class Units {
  private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Units() {}

  /** A number of bytes in three or four digits, e.g. {@code 4.50 MiB}. */
  public static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < BINARY.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0 ? bytes + " B" : three(value) + " " + BINARY[unit];
  }

  /** So many things, one of which has this name; others have an s more. */
  public static String count(long number, String name) {
    return String.format(Locale.ROOT, "%,d %s%s", number, name, number == 1 ? "" : "s");
  }

  /** Bytes a second, decimal as links and disks count, e.g. {@code 1.21 GB/s}. */
  public static String rate(long bytes, double seconds) {
    double rate = seconds <= 0 ? 0 : bytes / seconds;
    return rate >= 1e9 ? three(rate / 1e9) + " GB/s" : three(rate / 1e6) + " MB/s";
  }

  /** A share in percent, e.g. {@code 33.12 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  /** The share that is saved; 0 for nothing at all. */
  public static double saved(long raw, long coded) {
    return raw == 0 ? 0 : 1 - (double) coded / raw;
  }

  /** A share as JSON carries it: six digits after the point. */
  public static double rounded(double share) {
    return Math.round(share * 1e6) / 1e6;
  }

  /** Text from a file, without what would move a terminal's cursor or change its colours. */
  public static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.chars().forEach(c -> shown.append(Character.isISOControl(c) ? '\ufffd' : (char) c));
    return shown.toString();
  }

  /** A name in at most so many characters, its end kept because names differ there. */
  public static String clipped(String name, int most) {
    return name.length() <= most ? name : "…" + name.substring(name.length() - most + 1);
  }

  private static String three(double value) {
    return String.format(
        Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value);
  }
}
