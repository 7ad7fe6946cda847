package vail.cli.sim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import vail.cli.Names;
import vail.cli.Table;
import vail.cli.Units;
import vail.sim.event.Waits;
import vail.sim.link.Recovery;
import vail.sim.live.LiveOutcome;

/** What is said below the table, in lines that begin as comments of nccl-tests do. */
final class Foot {
  private static final int MOST_MOVED = 12;
  private static final String NOTHING = "-";

  private Foot() {}

  static String of(Report report) {
    StringBuilder text = new StringBuilder();
    Answer.compared(report.findings())
        .ifPresent(answer -> line(text, answer.question() + " " + answer.words()));
    Advice.of(report.findings()).forEach(words -> line(text, words));
    lived(text, report.findings());
    waits(text, report.findings());
    energy(text, report.findings());
    report.sensitivity().ifPresent(found -> sensitivity(text, found));
    report.difference().ifPresent(found -> difference(text, found));
    return text.toString();
  }

  private static void lived(StringBuilder text, Findings findings) {
    for (Row row : findings.rows()) {
      row.lived()
          .ifPresent(dies ->
              line(
                  text,
                  "Live at %s, %s: %s; %s"
                      .formatted(
                          Units.bytes(row.size()),
                          row.codec(),
                          Scale.both("%s, the model says %s", row.time(), dies.modelled()),
                          dies.dilation() == 0
                              ? "nothing was held back"
                              : "%s, slowed down %d times, %.2f s"
                                  .formatted(
                                      signed(row.error(dies)),
                                      dies.dilation(),
                                      dies.nanos() / 1e9))));
      row.lived().map(Row.Lived::outcome).ifPresent(outcome -> faults(text, outcome));
      row.lived()
          .flatMap(Row.Lived::history)
          .ifPresent(history -> text.append(HistoryText.of(row, history)));
    }
  }

  private static void faults(StringBuilder text, LiveOutcome outcome) {
    if (outcome.planned() > 0 || !outcome.recoveries().isEmpty()) {
      line(
          text,
          "Faults done on purpose: %d of %d; links that lost something and went on: %d, after %d round trips at most"
              .formatted(
                  outcome.injected().size(),
                  outcome.planned(),
                  outcome.recoveries().size(),
                  outcome.recoveries().stream().mapToInt(Recovery::tries).max().orElse(0)));
    }
  }

  private static void waits(StringBuilder text, Findings findings) {
    List<String> waits =
        findings.largest().stream()
            .flatMap(row -> row.timed().map(work -> waits(row, work)).stream())
            .toList();
    if (!waits.isEmpty()) {
      line(
          text,
          "Waits at %s: %s"
              .formatted(Units.bytes(findings.subject().size()), String.join("; ", waits)));
    }
  }

  private static String waits(Row row, Row.Work work) {
    String links = row.codec() + " for links " + wait(work.linkWaits());
    return row.ran() == Policy.NONE ? links : links + ", for codecs " + wait(work.unitWaits());
  }

  private static String wait(Waits waits) {
    return String.format(
        Locale.ROOT,
        "half at most %.3f us, 99 %% at most %.3f us",
        waits.atMost(0.5) / 1e6,
        waits.atMost(0.99) / 1e6);
  }

  private static void energy(StringBuilder text, Findings findings) {
    Energy energy = findings.energy();
    List<Row> rows = findings.largest();
    if (energy.wire().isEmpty()) {
      line(text, "Energy: nobody says what a bit costs on these links; --pj-per-bit does");
      return;
    }
    if (rows.stream().noneMatch(row -> row.work().isPresent())) {
      line(text, "Energy: mode %s counts no bits; --mode events does".formatted(findings.mode()));
      return;
    }
    Optional<Row> none = findings.none();
    for (Row row : rows) {
      line(
          text,
          "Energy at %s, %s: %s on links at %s pJ a bit%s%s"
              .formatted(
                  Units.bytes(row.size()),
                  row.codec(),
                  joules(energy.onWire(row)),
                  figure(energy.wire()),
                  energy.codec().isEmpty()
                      ? ""
                      : ", %s in codecs at %s pJ a coded bit"
                          .formatted(joules(energy.inCodec(row)), figure(energy.codec())),
                  none.map(other -> breakEven(energy.breakEven(row, other))).orElse("")));
    }
  }

  private static String breakEven(OptionalDouble picojoules) {
    return picojoules.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "; less than none while a coded bit costs less than %.3f pJ",
            Math.max(0, picojoules.getAsDouble()));
  }

  private static void sensitivity(StringBuilder text, Sensitivity found) {
    line(
        text,
        "Sensitivity of %s at %s, %s, %s times none; first comes what moves it most for each percent of the input"
            .formatted(
                Names.of(found.codec()),
                Units.bytes(found.size()),
                Scale.alone(found.time()),
                four(new Sensitivity.End(found.time(), found.none()).speedUp())));
    Table table =
        new Table("lrrrrrr", "# input", "moved", "time", "vs-none", "moved", "time", "vs-none");
    for (Sensitivity.Swing swing : found.swings()) {
      table.row(
          "# " + swing.lever().name(),
          swing.lever().less(),
          change(found, swing.less()),
          speedUp(swing.less()),
          swing.lever().more(),
          change(found, swing.more()),
          speedUp(swing.more()));
    }
    text.append(table.text());
    if (!found.fixed().isEmpty()) {
      line(
          text,
          "Not moved, for they cannot be or take no part: " + String.join(", ", found.fixed()));
    }
  }

  private static String change(Sensitivity found, Optional<Sensitivity.End> end) {
    return end.map(there -> signed(found.change(there))).orElse(NOTHING);
  }

  private static String speedUp(Optional<Sensitivity.End> end) {
    return end.map(there -> four(there.speedUp())).orElse(NOTHING);
  }

  private static void difference(StringBuilder text, Difference found) {
    if (found.isNone()) {
      line(text, "Against %s: nothing changed, neither inputs nor times".formatted(found.file()));
      return;
    }
    line(text, "Against %s: %d inputs changed".formatted(found.file(), found.inputs().size()));
    for (Difference.Input input : found.inputs()) {
      line(text, "  %s: %s -> %s".formatted(input.name(), input.before(), input.after()));
    }
    line(
        text,
        "Against %s: of %d rows that both have %d changed; %d rows are in one only"
            .formatted(
                found.file(),
                found.rows().size() + found.alike(),
                found.rows().size(),
                found.alone()));
    for (Difference.Moved row : found.rows().stream().limit(MOST_MOVED).toList()) {
      line(
          text,
          "  %s %s: %s, %s"
              .formatted(
                  Units.bytes(row.size()),
                  row.codec(),
                  Scale.both("%s -> %s", row.before(), row.after()),
                  signed(row.change())));
    }
    if (found.rows().size() > MOST_MOVED) {
      line(text, "  and %d more".formatted(found.rows().size() - MOST_MOVED));
    }
  }

  private static void line(StringBuilder text, String words) {
    text.append("# ").append(Units.printable(words)).append('\n');
  }

  private static String joules(OptionalDouble microjoules) {
    return String.format(Locale.ROOT, "%.4g mJ", microjoules.orElse(0) / 1e3);
  }

  private static String figure(OptionalDouble value) {
    return Double.toString(value.orElse(0));
  }

  private static String four(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String signed(double share) {
    return String.format(Locale.ROOT, "%+.2f %%", share * 100);
  }
}
