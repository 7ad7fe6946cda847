package vail.cli.sim;

import static vail.cli.Markup.escaped;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import vail.cli.Markup;
import vail.cli.Units;
import vail.cli.page.Html;
import vail.cli.page.HtmlTable;
import vail.cli.sim.page.BreakEvenMap;
import vail.cli.sim.page.UseChart;
import vail.json.JsonWriter;

/** All numbers of the page, for those who read rather than look. */
final class SimTables {
  private static final String NOTHING = "–";

  private final Html html;
  private final Report report;
  private final Findings findings;
  private final Row none;

  SimTables(Html html, Report report, Row none) {
    this.html = html;
    this.report = report;
    this.none = none;
    findings = report.findings();
  }

  void add(Optional<Focus> focus, Optional<BreakEvenMap> map, Optional<Sensitivity> sensitivity) {
    html.line("<section><h2>The numbers</h2>");
    rows();
    focus.ifPresent(this::links);
    StepTables.add(html, findings);
    findings
        .subject()
        .lived()
        .flatMap(Row.Lived::history)
        .ifPresent(history -> BooksPage.add(html, history));
    energy();
    map.ifPresent(this::breakEven);
    sensitivity.ifPresent(this::sensitivity);
    report.difference().ifPresent(found -> DifferenceTables.add(html, found));
    html.line("<details><summary>All inputs, as they took effect</summary><pre>")
        .line(escapedLines(JsonWriter.indented(Inputs.of(findings))))
        .line("</pre></details></section>");
  }

  private static String escapedLines(String text) {
    StringBuilder lines = new StringBuilder();
    text.lines().forEach(line -> lines.append(escaped(line)).append('\n'));
    return lines.toString();
  }

  private void rows() {
    HtmlTable table =
        new HtmlTable(
            "Times; bandwidths in GB/s of 10^9 bytes, as nccl-tests count them",
            "size and codec",
            "time, µs",
            "algbw",
            "busbw",
            "ratio",
            "on links",
            "encode, µs",
            "decode, µs",
            "exposed, µs",
            "wait for link, 99 %, µs",
            "wait for codec, 99 %, µs",
            "against none",
            "against three",
            "what binds");
    for (Row row : findings.rows()) {
      Optional<Row.Work> work = row.work();
      Optional<Row.Work> timed = row.timed();
      table.row(
          Units.bytes(row.size()) + ", " + row.codec(),
          number("%.3f", row.microseconds()),
          number("%.2f", row.algbw()),
          number("%.2f", row.busbw(findings.setup().collective(), findings.setup().dies())),
          work.map(w -> number("%.4f", w.ratio())).orElse(NOTHING),
          work.map(w -> Units.bytes(w.wireBytes())).orElse(NOTHING),
          timed.map(w -> microseconds(w.encode())).orElse(NOTHING),
          timed.map(w -> microseconds(w.decode())).orElse(NOTHING),
          timed
              .filter(w -> w.exposed().isPresent())
              .map(w -> microseconds(w.exposed().getAsLong()))
              .orElse(NOTHING),
          timed.map(w -> microseconds(w.linkWaits().atMost(0.99))).orElse(NOTHING),
          timed.map(w -> microseconds(w.unitWaits().atMost(0.99))).orElse(NOTHING),
          times(findings.speedUp(row, "none")),
          times(findings.speedUp(row, "three")),
          timed.map(Row.Work::bound).orElse(NOTHING));
    }
    html.line(table.finish());
  }

  private void links(Focus focus) {
    HtmlTable table =
        new HtmlTable(
            "Links at " + Units.bytes(focus.subject().row().size()) + ", busy percent of the time",
            "codec",
            "links",
            "busiest",
            "median",
            "idlest",
            "most bytes on one");
    for (UseChart.Line use : focus.uses()) {
      table.row(
          use.codec(),
          Integer.toString(use.shares().size()),
          number("%.2f", 100 * use.at(0)),
          number("%.2f", 100 * use.at(0.5)),
          number("%.2f", 100 * use.at(1)),
          Units.bytes(use.bytes()));
    }
    html.line(table.finish());
  }

  private void energy() {
    Energy energy = findings.energy();
    if (energy.wire().isEmpty() || none.work().isEmpty()) {
      return;
    }
    HtmlTable table =
        new HtmlTable(
            "Energy in millijoules at " + Units.bytes(none.size()),
            "codec",
            "links",
            "codecs",
            "sum",
            "less than none while a coded bit costs less than, pJ");
    for (Row row : findings.largest()) {
      table.row(
          row.codec(),
          millijoules(energy.onWire(row)),
          millijoules(energy.inCodec(row)),
          millijoules(energy.sum(row)),
          energy.breakEven(row, none).stream()
              .mapToObj(pj -> number("%.3f", Math.max(0, pj)))
              .findFirst()
              .orElse(NOTHING));
    }
    html.line(table.finish());
  }

  private void breakEven(BreakEvenMap map) {
    HtmlTable table =
        new HtmlTable(
            "Speed of codecs from which compression pays, " + map.way(),
            "size",
            "GB/s",
            "gain with the slowest shown",
            "gain with the fastest shown");
    for (int size = 0; size < map.sizes().size(); size++) {
      boolean always = map.cell(0, size).speedUp() > 1;
      OptionalDouble speed = map.breakEvens().get(size);
      table.row(
          Units.bytes(map.sizes().get(size)),
          speed.isPresent()
              ? number(speed.getAsDouble() < 10 ? "%.2f" : "%.1f", speed.getAsDouble())
              : always ? "all shown" : "none shown",
          number("%.3f×", map.cell(0, size).speedUp()),
          number("%.3f×", map.cell(map.rates().size() - 1, size).speedUp()));
    }
    html.line(table.finish());
  }

  private void sensitivity(Sensitivity found) {
    HtmlTable table =
        new HtmlTable(
            "What moves the result, most for each percent of the input first, at "
                + Units.bytes(found.size()),
            "input",
            "moved",
            "time",
            "against none",
            "moved",
            "time",
            "against none");
    for (Sensitivity.Swing swing : found.swings()) {
      table.row(
          swing.lever().name(),
          swing.lever().less(),
          change(found, swing.less()),
          speedUp(swing.less()),
          swing.lever().more(),
          change(found, swing.more()),
          speedUp(swing.more()));
    }
    html.line(table.finish());
    if (!found.fixed().isEmpty()) {
      html.line(
          "<p class=\"details\">Not moved, for they cannot be or take no part: "
              + Markup.escaped(String.join(", ", found.fixed()))
              + ".</p>");
    }
  }

  private static String change(Sensitivity found, Optional<Sensitivity.End> end) {
    return end.map(there -> signed(found.change(there))).orElse(NOTHING);
  }

  private static String speedUp(Optional<Sensitivity.End> end) {
    return end.map(there -> number("%.4f×", there.speedUp())).orElse(NOTHING);
  }

  private static String times(OptionalDouble value) {
    return value.isPresent() ? number("%.4f×", value.getAsDouble()) : NOTHING;
  }

  private static String millijoules(OptionalDouble microjoules) {
    return microjoules.isPresent() ? number("%.4g", microjoules.getAsDouble() / 1e3) : NOTHING;
  }

  private static String microseconds(long picoseconds) {
    return number("%.3f", picoseconds / 1e6);
  }

  private static String signed(double share) {
    return number("%+.2f %%", share * 100);
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
