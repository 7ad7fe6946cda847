package vail.conform.report;

import static vail.conform.report.Markup.escaped;

import java.util.Arrays;
import java.util.List;

/**
 * What the vectors of {@code core} are known to catch, for the page of a run: the sum of {@code
 * kill-matrix.md} and all of its sections but the long one.
 */
final class KillSummary {
  private static final String LONG = "Bugs";

  private KillSummary() {}

  static String html(String markdown) {
    String[] sections = markdown.split("(?m)^## ");
    StringBuilder html = new StringBuilder("<section><h2>What these vectors catch</h2>\n");
    html.append("<p>Each bug is one mistake in an implementation of the whole format: ")
        .append(escaped(sum(sections[0])))
        .append("</p>\n");
    Arrays.stream(sections)
        .skip(1)
        .filter(section -> !section.startsWith(LONG + "\n"))
        .forEach(section -> section(html, section.lines().toList()));
    return html.append("</section>\n").toString();
  }

  /** The last line before the first section. */
  private static String sum(String start) {
    return start.strip().lines().toList().getLast();
  }

  private static void section(StringBuilder html, List<String> lines) {
    html.append("<details class=\"kills\"><summary>")
        .append(escaped(lines.getFirst()))
        .append("</summary>\n<table>\n");
    lines.stream()
        .filter(line -> line.startsWith("| "))
        .forEach(line -> row(html, line.substring(2, line.length() - 1)));
    html.append("</table></details>\n");
  }

  private static void row(StringBuilder html, String cells) {
    html.append("<tr>");
    Arrays.stream(cells.split("\\|", -1))
        .forEach(cell -> html.append("<td>").append(escaped(cell.strip())).append("</td>"));
    html.append("</tr>\n");
  }
}
