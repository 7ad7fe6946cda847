package vail.cli.sim;

import java.util.Locale;
import vail.cli.Units;
import vail.cli.page.Html;
import vail.cli.page.HtmlTable;
import vail.sim.bytes.StepFigures;

/** What moving real values has shown, for the page. */
final class StepTables {
  private StepTables() {}

  /** Adds the steps of the row that the page is about, where values were moved for it. */
  static void add(Html html, Findings findings) {
    Row subject = findings.subject();
    subject
        .moved()
        .ifPresent(moved -> {
          HtmlTable table =
              new HtmlTable(
                  "Steps of %s at %s: real frames"
                      .formatted(subject.codec(), Units.bytes(subject.size())),
                  "step",
                  "messages",
                  "smaller than raw",
                  "raw",
                  "on the wire",
                  "ratio",
                  "bits a symbol",
                  "entropy",
                  "excess");
          moved.steps().forEach(step -> add(table, step));
          html.line(table.finish())
              .line(
                  "<p class=\"details\">Outputs have the SHA-256 %s; those of the same schedule without a codec %s.</p>"
                      .formatted(moved.certificate().output(), moved.certificate().replayOutput()));
        });
  }

  private static void add(HtmlTable table, StepFigures step) {
    table.row(
        Integer.toString(step.step()),
        Long.toString(step.messages()),
        Long.toString(step.coded()),
        Units.bytes(step.rawBytes()),
        Units.bytes(step.bytes()),
        four(step.ratio()),
        four(step.bitsPerSymbol()),
        four(step.entropy()),
        four(step.excessBits()));
  }

  private static String four(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
