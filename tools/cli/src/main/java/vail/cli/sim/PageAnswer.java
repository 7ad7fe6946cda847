package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vail.cli.Units;
import vail.cli.page.Html;
import vail.cli.page.HtmlTable;
import vail.cli.sim.page.Gantt;
import vail.cli.sim.page.NetworkDrawing;
import vail.cli.sim.page.StepChart;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;
import vail.sim.bytes.Moved;
import vail.sim.event.Job;
import vail.sim.event.Simulator;

/** What a page is told: the pictures and words of {@code vail sim --html}, and numbers to move. */
final class PageAnswer {
  private PageAnswer() {}

  /** A run: verdict, pictures, tables, and what each step did to links. */
  static JsonObject simulated(Report report) {
    SimPage.Part part = SimPage.part(report);
    Findings findings = report.findings();
    JsonObject.Builder answer =
        JsonObject.builder()
            .put("question", part.answer().question())
            .put("verdict", part.answer().words())
            .put("tiles", part.tiles())
            .put("html", part.html());
    Optional<Job> job = report.job(findings.subject());
    if (job.isPresent()) {
      StepUse use = new StepUse(job.get(), NetworkDrawing.drawn(findings.setup().topology()));
      Simulator.record(job.get(), use);
      answer
          .put("steps", use.json())
          .put("ganttLeft", Gantt.LEFT)
          .put("ganttWidth", Gantt.COLUMNS)
          .put("spanPs", part.span());
    }
    return answer.build();
  }

  /** The times of the three, the verdict, and whether formulas or runs say so. */
  static JsonObject whatIf(Report report) {
    List<JsonValue> times = new ArrayList<>();
    for (Row row : report.findings().largest()) {
      times.add(
          JsonObject.builder().put("codec", row.codec()).put("us", row.microseconds()).build());
    }
    Answer answer = new Answer(report.findings(), report.none());
    return JsonObject.builder()
        .put("verdict", answer.words())
        .put("mode", report.findings().mode())
        .put("times", JsonArray.of(times))
        .build();
  }

  /** Real values: what frames took, by step and by link. */
  static JsonObject measured(Report report) {
    Findings findings = report.findings();
    Row subject = findings.subject();
    Moved moved = subject.moved().orElseThrow();
    Html html = Html.part();
    String size = Units.bytes(subject.size());
    if (!moved.steps().isEmpty()) {
      html.wideFigure(
          "What frames took, step by step",
          "Bits a symbol at %s of each die, and the entropy of each step's own symbols: the space"
                  .formatted(size)
              + " between is what a better book could save.",
          StepChart.of("measured-steps", moved.steps()));
    }
    StepTables.add(html, findings);
    links(html, LinkRatios.of(moved.pairs(), findings.setup().topology()));
    return JsonObject.builder()
        .put("size", size)
        .put("ratio", subject.work().orElseThrow().ratio())
        .put("holds", findings.holds())
        .put("html", html.finish())
        .build();
  }

  private static void links(Html html, List<LinkRatios.Figures> links) {
    HtmlTable table =
        new HtmlTable("Links: what real frames took of them", "link", "values", "frames", "ratio");
    for (LinkRatios.Figures link : links) {
      table.row(
          link.name(),
          Units.bytes(link.rawBytes()),
          Units.bytes(link.bytes()),
          Answer.number(link.ratio()));
    }
    html.line(table.finish());
  }

  /** Dies that really ran: their certificate, and what they took beside the model. */
  static JsonObject lived(Report report) {
    Findings findings = report.findings();
    Row row = findings.subject();
    Row.Lived dies = row.lived().orElseThrow();
    Moved moved = row.moved().orElseThrow();
    JsonObject.Builder answer = JsonObject.builder();
    dies.history()
        .ifPresent(history -> {
          Html html = Html.part();
          BooksPage.add(html, history);
          answer
              .put("html", html.finish())
              .put("rounds", history.rounds().size())
              .put("refreshes", history.refreshes());
        });
    return answer
        .put("kind", "done")
        .put("size", Units.bytes(row.size()))
        .put("chunks", findings.setup().lanes())
        .put("holds", findings.holds())
        .put("elements", findings.elements())
        .put("wrong", findings.wrong())
        .put("sha256", moved.certificate().output())
        .put("replaySha256", moved.certificate().replayOutput())
        .put("ratio", row.work().orElseThrow().ratio())
        .put("liveUs", row.microseconds())
        .put("modelUs", dies.modelled() / 1e6)
        .put("deviation", row.error(dies))
        .put("dilation", dies.dilation())
        .put("seconds", dies.nanos() / 1e9)
        .build();
  }
}
