package vail.conform.report;

/** Texts from outside, in HTML and XML and on terminals. */
final class Markup {
  private Markup() {}

  /** Text in which nothing is markup and nothing is a control character, but for ends of lines. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /** Text on one line that cannot move a terminal's cursor or change its colours. */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> out.appendCodePoint(Character.isISOControl(c) || isFormat(c) ? 0xfffd : c));
    return out.toString();
  }

  /** Characters that are not seen themselves but turn around or hide others. */
  private static boolean isFormat(int character) {
    return Character.getType(character) == Character.FORMAT;
  }

  private static void append(StringBuilder out, int character) {
    switch (character) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\n' -> out.append('\n');
      default -> {
        boolean odd =
            Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || isFormat(character)
                || (character & 0xfffe) == 0xfffe;
        out.appendCodePoint(odd ? 0xfffd : character);
      }
    }
  }
}
