package vail.conform.report;

import static vail.conform.report.Markup.escaped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vail.conform.judge.Result;
import vail.conform.judge.State;

/** One page that stands for itself: no script, and nothing from elsewhere. */
public final class HtmlReport {
  private static final int SHOWN_IDS = 40;
  private static final int SHOWN_OPEN = 3;

  private final Run run;
  private final List<Run> before;
  private final StringBuilder html = new StringBuilder();

  private HtmlReport(Run run, List<Run> before) {
    this.run = run;
    this.before = before;
  }

  /**
   * The page of a run.
   *
   * @param before other runs to stand beside it; the trend is that against the first
   */
  public static String of(Run run, List<Run> before) {
    return new HtmlReport(run, before).write();
  }

  private String write() {
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>vail conformance: ")
        .append(escaped(Matrix.name(run)))
        .append("</title>\n<style>\n")
        .append(resource("report.css"))
        .append("</style></head>\n<body><main>\n");
    opening();
    notTested();
    trend();
    matrix();
    failures();
    html.append(KillSummary.html(resource("kill-matrix.md")));
    return html.append("</main></body></html>\n").toString();
  }

  private void opening() {
    String verdict = Summary.verdict(run);
    html.append("<header><p class=\"over\">vail conform · ")
        .append(escaped(run.exam().dut()))
        .append("</p>\n<h1>")
        .append(escaped(Matrix.name(run)))
        .append(" <span class=\"verdict ")
        .append(verdict)
        .append("\">")
        .append(verdict)
        .append("</span></h1>\n<p class=\"claim\"><code>")
        .append(escaped(run.claimLine()))
        .append("</code></p>\n");
    run.claim()
        .filter(claim -> !claim.issues().isEmpty())
        .ifPresent(c -> paragraph("Where to report its bugs: " + c.issues()));
    if (run.memorised()) {
      paragraph(
          "Only fresh vectors fail: the answers to the published ones look learned by heart.");
    }
    html.append("<div class=\"tiles\">\n");
    run.counts().forEach(this::tile);
    html.append("</div></header>\n");
  }

  private void paragraph(String text) {
    html.append("<p>").append(escaped(text)).append("</p>\n");
  }

  private void tile(State state, int count) {
    String kind = state.fails() ? "bad" : state.asked() ? "good" : "aside";
    html.append("<div class=\"tile ")
        .append(kind)
        .append("\"><b>")
        .append(count)
        .append("</b><span>")
        .append(state)
        .append("</span></div>\n");
  }

  private void notTested() {
    Map<String, List<String>> reasons = new TreeMap<>();
    run.results().stream()
        .filter(result -> !result.state().asked())
        .forEach(r -> reasons.computeIfAbsent(r.error(), k -> new ArrayList<>()).add(r.id()));
    html.append("<section><h2>What was not tested</h2>\n");
    if (!run.exam().only().isEmpty()) {
      paragraph("Only the vectors " + String.join(" ", run.exam().only()) + " were asked.");
    }
    if (reasons.isEmpty()) {
      paragraph("Every vector of this exam was asked.");
    } else {
      html.append(
          "<table><thead><tr><th>because</th><th>vectors</th><th>which</th></tr></thead>\n");
      reasons.forEach(this::reason);
      html.append("</table>\n");
    }
    html.append("</section>\n");
  }

  private void reason(String why, List<String> ids) {
    html.append("<tr><th scope=\"row\">")
        .append(escaped(why))
        .append("</th><td>")
        .append(ids.size())
        .append("</td><td class=\"ids\">")
        .append(escaped(String.join(" ", ids.subList(0, Math.min(ids.size(), SHOWN_IDS)))))
        .append(ids.size() > SHOWN_IDS ? " …" : "")
        .append("</td></tr>\n");
  }

  private void matrix() {
    List<Run> runs = new ArrayList<>(List.of(run));
    runs.addAll(before);
    html.append("<section><h2>By feature</h2>\n").append(Matrix.html(runs)).append("</section>\n");
  }

  private void trend() {
    if (before.isEmpty()) {
      return;
    }
    Trend trend = Trend.of(before.getFirst(), run);
    html.append("<section><h2>Since the earlier run</h2>\n<p class=\"over\">")
        .append(escaped(before.getFirst().claimLine()))
        .append("</p>\n<table><thead><tr><th></th><th>vectors</th><th>which</th></tr></thead>\n");
    reason("fail now and did not", ids(trend.broken()));
    reason("failed and do not now", ids(trend.mended()));
    reason("fail in another way", ids(trend.other()));
    reason("fail as before", ids(trend.still()));
    reason("new vectors", ids(trend.added()));
    reason("vectors no longer asked", ids(trend.gone()));
    html.append("</table></section>\n");
  }

  private static List<String> ids(List<Result> results) {
    return results.stream().map(Result::id).toList();
  }

  private void failures() {
    List<Result> failures = run.failures();
    if (failures.isEmpty()) {
      return;
    }
    html.append("<section><h2>Failures</h2>\n");
    for (int i = 0; i < failures.size(); i++) {
      boolean open = i < SHOWN_OPEN;
      html.append(open ? "<details open" : "<details")
          .append(FailureSection.html(run, failures.get(i)))
          .append("</details>\n");
    }
    html.append("</section>\n");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
