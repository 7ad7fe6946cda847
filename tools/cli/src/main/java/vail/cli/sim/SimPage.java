package vail.cli.sim;

import static vail.cli.Markup.escaped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vail.cli.Names;
import vail.cli.Units;
import vail.cli.page.Html;
import vail.cli.sim.page.BreakEvenChart;
import vail.cli.sim.page.BreakEvenMap;
import vail.cli.sim.page.Gantt;
import vail.cli.sim.page.NetworkDrawing;
import vail.cli.sim.page.StepChart;
import vail.cli.sim.page.Tornado;
import vail.cli.sim.page.UseChart;

/** The answers of a call as one page that refers to nothing outside itself. */
final class SimPage {
  /** Shares of the time as close as this look the same. */
  private static final double LEVEL = 0.005;

  private final Findings findings;
  private final Setup setup;
  private final Row none;
  private final boolean hostTime;
  private final Optional<Focus> focus;
  private final Optional<BreakEvenMap> map;
  private final Optional<Sensitivity> sensitivity;
  private final Optional<String> measured;
  private final Html html;

  private SimPage(Report report, Row none, Html html) {
    this.none = none;
    this.html = html;
    findings = report.findings();
    setup = findings.setup();
    hostTime = findings.subject().isHostTime();
    focus = hostTime ? Optional.empty() : Focus.of(report, none);
    long events =
        focus.map(runs -> runs.subject().outcome().events()).orElse(Long.MAX_VALUE / 1000);
    Row subject = findings.subject();
    Setup assumed = report.assumed();
    map = hostTime ? Optional.empty() : BreakEven.of(assumed, subject.size(), events);
    sensitivity =
        report
            .sensitivity()
            .or(() -> hostTime ? Optional.empty() : sensitivity(report, assumed, events));
    measured =
        report.hasMeasured()
            ? Optional.of(assumed.coding().ratio().toPlainString())
            : Optional.empty();
  }

  /** What moves the result, where that is not too much to run; formulas always are not. */
  private static Optional<Sensitivity> sensitivity(Report report, Setup assumed, long events) {
    Row subject = report.findings().subject();
    if (report.job(subject).isEmpty()) {
      return Optional.of(Sensitivity.of(assumed, report.way(), subject.size(), subject.ran()));
    }
    return events < BreakEven.MOST_EVENTS / (4L * Lever.ALL.size())
        ? Optional.of(
            Sensitivity.of(
                assumed, moved -> Measurer.events(moved, 1), subject.size(), subject.ran()))
        : Optional.empty();
  }

  /** The page. */
  static String of(Report report) {
    Row none = report.none();
    String question = new Answer(report.findings(), none).question();
    Html html = new Html(question, Html.resource(BreakEvenChart.class, "sim.css"));
    SimPage page = new SimPage(report, none, html);
    new Opening(html, report.findings(), none).add();
    page.body(report);
    return html.finish();
  }

  /**
   * The same for a page that has words of its own.
   *
   * @param answer in words
   * @param tiles the numbers that matter most
   * @param html pictures, tables and notes
   * @param span picoseconds that the pictures of dies show
   */
  record Part(Answer answer, String tiles, String html, long span) {}

  /** The parts of a page. */
  static Part part(Report report) {
    Row none = report.none();
    Html tiles = Html.part();
    new Opening(tiles, report.findings(), none).tiles();
    SimPage page = new SimPage(report, none, Html.part());
    page.body(report);
    long span = Math.max(none.time(), report.findings().subject().time());
    return new Part(new Answer(report.findings(), none), tiles.finish(), page.html.finish(), span);
  }

  private void body(Report report) {
    if (moves()) {
      html.line("<div class=\"figures\">");
      breakEven();
      network();
      gantts();
      steps();
      html.line("</div>");
    }
    new SimTables(html, report, none).add(focus, map, sensitivity);
    notes();
  }

  /** One die has nothing to show. */
  private boolean moves() {
    return none.time() > 0;
  }

  /** Beside a small network there is room for two pictures. */
  private void network() {
    focus.ifPresent(runs -> {
      String size = Units.bytes(runs.subject().row().size());
      String title = "The network with " + runs.subject().row().codec();
      String words =
          "%s at %s.%s"
              .formatted(setup.topology().name(), size, NetworkDrawing.words(setup.topology()));
      String drawing = NetworkDrawing.of("network", setup.topology(), runs.subject().outcome());
      if (NetworkDrawing.isWide(setup.topology())) {
        html.wideFigure(title, words, drawing);
      } else {
        html.figure(title, words, drawing).line("<div class=\"stack\">");
      }
      html.figure(
          "How busy links were",
          "At %s.%s A link that is busy all the time is what one waits for."
              .formatted(size, alike(runs.uses())),
          UseChart.of("use", runs.uses()));
    });
    moved();
    if (focus.isPresent() && !NetworkDrawing.isWide(setup.topology())) {
      html.line("</div>");
    }
  }

  /** Says so where lines are level, because no link is less busy than another. */
  private static String alike(List<UseChart.Line> uses) {
    return uses.stream().allMatch(line -> line.at(0) - line.at(1) < LEVEL)
        ? " All links are alike here."
        : "";
  }

  private void gantts() {
    focus.ifPresent(runs -> {
      gantt("without", runs.none());
      if (runs.subject().row().ran() != runs.none().row().ran()) {
        gantt("with", runs.subject());
      }
    });
  }

  private void gantt(String id, Focus.Look look) {
    int dies = Math.min(Gantt.MOST_DIES, setup.dies());
    String size = Units.bytes(look.row().size());
    String sample =
        dies < setup.dies()
            ? "Dies 0 to %,d of %,d; the others are not shown. ".formatted(dies - 1, setup.dies())
            : "";
    html.wideFigure(
        "%s: %s".formatted(look.row().codec(), Scale.alone(look.outcome().time())),
        lived(look.row())
            + sample
            + "At "
            + size
            + "; both pictures have the same scale. The stronger the colour, the busier.",
        look.gantt().svg(id, "What dies do over time with the codec " + look.row().codec()));
  }

  /** What really ran was not recorded. */
  private static String lived(Row row) {
    return row.lived().isPresent()
        ? "The model's run; the dies took %s. ".formatted(Scale.alone(row.time()))
        : "";
  }

  private void steps() {
    findings
        .subject()
        .moved()
        .filter(moved -> !moved.steps().isEmpty())
        .ifPresent(moved ->
            html.wideFigure(
                "What frames took, step by step",
                "Bits a symbol of %s at %s, and the entropy of each step's own symbols: the space"
                        .formatted(
                            findings.subject().codec(), Units.bytes(findings.subject().size()))
                    + " between is what a better book could save.",
                StepChart.of("steps", moved.steps())));
  }

  private void breakEven() {
    String ratio = measured.map(digits -> ", at the measured ratio of " + digits).orElse("");
    map.ifPresent(found ->
        html.wideFigure(
            "Where it pays",
            "How many times faster than none the faster codec is, %s%s. Above the line it pays; ▸ is"
                    .formatted(found.way(), ratio)
                + " the speed that was given.",
            BreakEvenChart.of("breakeven", found)));
  }

  private void moved() {
    sensitivity.ifPresent(found -> {
      List<Tornado.Row> rows = new ArrayList<>();
      for (Sensitivity.Swing swing : found.swings()) {
        rows.add(
            new Tornado.Row(
                swing.lever().name(),
                swing.lever().less(),
                swing.lever().more(),
                share(found, swing.less()),
                share(found, swing.more())));
      }
      html.figure(
          "What moves the result most",
          "Time of %s at %s after one input was changed; first what does most for each percent."
              .formatted(Names.of(found.codec()), Units.bytes(found.size())),
          Tornado.of("tornado", "What moves the time most", rows));
    });
  }

  private static OptionalDouble share(Sensitivity found, Optional<Sensitivity.End> end) {
    return end.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(found.change(end.get()));
  }

  private void notes() {
    html.line("<section class=\"notes\"><h2>How to read this</h2>")
        .line(Html.resource(BreakEvenChart.class, "notes.html"))
        .line("<ul>");
    Omissions.of(findings, none, focus, map, sensitivity)
        .forEach(words -> html.line("<li>" + escaped(words) + "</li>"));
    html.line("</ul></section>");
  }
}
