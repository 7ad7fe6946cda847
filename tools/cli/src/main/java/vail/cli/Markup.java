package vail.cli;

/** Text of HTML and SVG, line by line. */
public final class Markup {
  private final StringBuilder text = new StringBuilder();

  /** Adds markup and an end of line; texts from outside go through {@link #escaped} first. */
  public Markup line(String markup) {
    text.append(markup).append('\n');
    return this;
  }

  /** Text in which nothing is markup. */
  public static String escaped(String text) {
    return Units.printable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
