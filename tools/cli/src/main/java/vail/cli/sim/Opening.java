package vail.cli.sim;

import java.util.Locale;
import java.util.OptionalDouble;
import vail.cli.Units;
import vail.cli.page.Html;

/** The top of the page: the question, its answer, and the numbers that matter most. */
final class Opening {
  private final Html html;
  private final Findings findings;
  private final Setup setup;
  private final Row none;
  private final Answer answer;

  Opening(Html html, Findings findings, Row none) {
    this.html = html;
    this.findings = findings;
    this.none = none;
    setup = findings.setup();
    answer = new Answer(findings, none);
  }

  void add() {
    String over =
        "vail sim · %s on %s · mode %s"
            .formatted(setup.words(), setup.topology().name(), findings.mode());
    html.opening(over, answer.question(), answer.words());
    tiles();
    html.line("</header><p></p>");
  }

  /** The numbers alone. */
  void tiles() {
    html.line("<div class=\"tiles\">");
    Row subject = findings.subject();
    if (subject.isHostTime()) {
      hostTiles(subject);
    } else {
      payTiles(subject);
    }
    if (!findings.moved().isEmpty()) {
      html.tile(
          findings.holds() ? "good" : "bad",
          "%,d".formatted(findings.wrong()),
          "of %,d elements are wrong; the same schedule without a codec is the judge"
              .formatted(findings.elements()));
    }
    energyTile(subject);
    html.line("</div>");
  }

  private void hostTiles(Row subject) {
    html.tile(
        "plain",
        Scale.alone(subject.time()),
        "is this computer's own time with %s, at %s"
            .formatted(subject.codec(), Units.bytes(subject.size())));
    html.tile(
        "plain",
        Answer.number(subject.work().orElseThrow().ratio()) + "×",
        "the bytes of values went over links");
  }

  private void payTiles(Row subject) {
    String state = answer.pays() ? "good" : answer.speedUp() < 1 ? "bad" : "plain";
    html.tile(
        state,
        Answer.number(answer.speedUp()) + "×",
        "as fast with %s as without, at %s"
            .formatted(subject.codec(), Units.bytes(subject.size())));
    findings.threshold().stream()
        .filter(_ -> findings.bySize().size() > 1)
        .forEach(size ->
            html.tile("plain", Units.bytes(size), "smallest size asked about from which it pays"));
    subject
        .work()
        .ifPresent(work ->
            html.tile(
                "plain",
                "%s×"
                    .formatted(
                        String.format(
                            Locale.ROOT, "%.2f", work.ratio() == 0 ? 1 : 1 / work.ratio())),
                "is the most that its ratio of %s allows"
                    .formatted(String.format(Locale.ROOT, "%.4f", work.ratio()))));
  }

  private void energyTile(Row subject) {
    OptionalDouble with = findings.energy().sum(subject);
    OptionalDouble without = findings.energy().sum(none);
    if (with.isPresent() && without.isPresent() && without.getAsDouble() > 0) {
      double saved = 1 - with.getAsDouble() / without.getAsDouble();
      html.tile(
          saved >= 0 ? "good" : "bad",
          String.format(Locale.ROOT, "%.1f %%", 100 * Math.abs(saved)),
          (saved >= 0 ? "less energy" : "more energy")
              + (findings.energy().codec().isPresent()
                  ? ", links and codecs"
                  : " on links; codecs' not counted"));
    }
  }
}
