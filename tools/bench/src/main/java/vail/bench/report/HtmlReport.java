package vail.bench.report;

import static vail.bench.report.Words.percent;
import static vail.bench.report.Words.rate;
import static vail.bench.report.Words.timesRange;
import static vail.cli.Markup.escaped;

import vail.bench.measure.Findings;
import vail.bench.measure.Latency;
import vail.bench.measure.Race;
import vail.bench.measure.Row;
import vail.cli.page.Html;

/** The findings as one page that refers to nothing outside itself. */
public final class HtmlReport {
  private static final String TITLE = "Speed beside the peers";

  private final Findings findings;
  private final Html html = new Html(TITLE);

  private HtmlReport(Findings findings) {
    this.findings = findings;
  }

  /** The page. */
  public static String of(Findings findings) {
    HtmlReport report = new HtmlReport(findings);
    report.opening();
    report.pictures();
    report.tables();
    return report.html.finish();
  }

  /** The picture of the first plane, to stand alone. */
  public static String chart(Findings findings) {
    Race first = findings.races().getFirst();
    return SpeedChart.of(findings.rows(first), Words.title(first));
  }

  private void opening() {
    html.line("<header><p class=\"over\">vail bench</p>")
        .line("<h1>" + TITLE + "</h1>")
        .line("<p class=\"headline\">" + escaped(findings.machine().toString()) + ".")
        .line("Medians of processor time, all in one process, round by round; every figure is of a")
        .line("round trip that was checked. " + escaped(findings.origin()) + "</p>")
        .line("<p class=\"details\">" + escaped(findings.disturbed().orElse("")) + "</p></header>");
  }

  private void pictures() {
    html.line("<div class=\"figures\">");
    for (Race race : findings.races()) {
      findings
          .headline(race.plane())
          .filter(race::equals)
          .ifPresent(shown ->
              html.line("<figure><figcaption><h2>" + escaped(race.plane()) + "</h2>")
                  .line("<p>" + escaped(Words.title(race)) + "; lines from least to most.</p>")
                  .line("</figcaption><div class=\"scroll\">")
                  .line(SpeedChart.of(findings.rows(race), Words.title(race)))
                  .line("</div></figure>"));
    }
    html.line("</div>");
  }

  private void tables() {
    html.line("<section><h2>The numbers</h2>");
    for (Race race : findings.races()) {
      String by = "× " + race.yardstick();
      head(Words.title(race), "size %", "encode GB/s", "decode GB/s", by, by);
      for (Row row : findings.rows(race)) {
        row(
            row.label().toString(),
            percent(row.coded()),
            rate(row.encode().median()),
            rate(row.decode().median()),
            timesRange(row.encodeVs()),
            timesRange(row.decodeVs()));
      }
      html.line("</tbody></table></div>");
    }
    latencies();
    html.line("</section>");
  }

  private void latencies() {
    head(
        "One block a call, warm, in microseconds on the wall",
        "plane",
        "encode",
        "99 of 100",
        "decode",
        "99 of 100");
    for (Latency one : findings.latencies()) {
      row(
          one.label().toString(),
          one.plane(),
          rate(one.encode()),
          rate(one.encodeTail()),
          rate(one.decode()),
          rate(one.decodeTail()));
    }
    html.line("</tbody></table></div><ul class=\"details\">");
    findings.absent().forEach(one -> item(one.label() + ": absent, because " + one.reason()));
    findings
        .failures()
        .forEach(one -> item(one.label() + " on " + one.plane() + ": WRONG, " + one.reason()));
    html.line("</ul>");
  }

  private void item(String words) {
    html.line("<li>" + escaped(words) + "</li>");
  }

  private void head(String caption, String... columns) {
    html.line("<div class=\"scroll\"><table><caption>" + escaped(caption) + "</caption>")
        .line("<thead><tr><th scope=\"col\">codec</th>");
    for (String column : columns) {
      html.line("<th scope=\"col\">" + escaped(column) + "</th>");
    }
    html.line("</tr></thead><tbody>");
  }

  private void row(String name, String... cells) {
    html.line("<tr><th scope=\"row\">" + escaped(name) + "</th>");
    for (String cell : cells) {
      html.line("<td>" + escaped(cell) + "</td>");
    }
    html.line("</tr>");
  }
}
