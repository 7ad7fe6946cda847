package vail.cli;

/** A part of a document that a command writes again, between two comments. */
public final class MarkedText {
  private MarkedText() {}

  /**
   * The document with what stands between the marks of a name replaced.
   *
   * @param option named where the marks are missing
   */
  public static String replace(String option, String document, String name, String text) {
    String begin = "<!-- " + name + ":begin -->";
    String end = "<!-- " + name + ":end -->";
    int from = document.indexOf(begin);
    int to = document.indexOf(end, Math.max(from, 0));
    if (from < 0 || to < 0) {
      throw new UsageException(option + ": the file needs the lines " + begin + " and " + end);
    }
    return document.substring(0, from + begin.length()) + "\n" + text + document.substring(to);
  }
}
