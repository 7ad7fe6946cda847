package vail.conform.report;

import static vail.conform.report.Markup.escaped;

import vail.conform.judge.Evidence;
import vail.conform.judge.Result;

/** What the page says of one failure: the inside of its element, attributes first. */
final class FailureSection {
  private static final int SHOWN_HEX = 1024;

  private FailureSection() {}

  static String html(Run run, Result failure) {
    StringBuilder html = new StringBuilder(" class=\"failure\" id=\"");
    html.append(escaped(failure.id()))
        .append("\"><summary><span class=\"state\">")
        .append(failure.state())
        .append("</span> <code>")
        .append(escaped(failure.id()))
        .append("</code> <span class=\"title\">")
        .append(escaped(failure.title()))
        .append("</span></summary>\n<dl>");
    row(html, "what", failure.error());
    row(html, "clauses", String.join(", ", failure.clauses()));
    Evidence evidence = failure.evidence();
    if (!evidence.difference().isEmpty()) {
      html.append("<dt>difference</dt><dd><pre>")
          .append(escaped(String.join("\n", evidence.difference())))
          .append("</pre></dd>");
    }
    octets(html, evidence.request(), evidence.asked());
    octets(html, "right", evidence.expected());
    octets(html, "came", evidence.actual());
    html.append("<dt>again</dt><dd><pre>")
        .append(escaped(run.reproduction(failure.id())))
        .append("</pre></dd>");
    return html.append("</dl>").toString();
  }

  private static void row(StringBuilder html, String name, String text) {
    if (!text.isEmpty()) {
      html.append("<dt>").append(name).append("</dt><dd>").append(escaped(text)).append("</dd>");
    }
  }

  private static void octets(StringBuilder html, String name, String hex) {
    if (!hex.isEmpty()) {
      String shown = hex.length() > SHOWN_HEX ? hex.substring(0, SHOWN_HEX) + "…" : hex;
      html.append("<dt>")
          .append(escaped(name))
          .append("</dt><dd class=\"hex\">")
          .append(escaped(shown))
          .append("</dd>");
    }
  }
}
