package vail.bench.report;

import static vail.bench.report.Words.percent;
import static vail.bench.report.Words.rate;
import static vail.bench.report.Words.timesRange;

import vail.bench.measure.Findings;
import vail.bench.measure.Latency;
import vail.bench.measure.Race;
import vail.bench.measure.Row;
import vail.cli.Table;

/** The findings as tables of plain text. */
public final class TextReport {
  private final Findings findings;
  private final StringBuilder text = new StringBuilder();

  private TextReport(Findings findings) {
    this.findings = findings;
  }

  /** All of them. */
  public static String of(Findings findings) {
    TextReport report = new TextReport(findings);
    report.line(findings.machine().toString());
    report.line(findings.origin());
    findings.disturbed().ifPresent(report::line);
    report.line(
        "GB/s of uncompressed bytes in processor time of one thread, medians; × huff0 by its better"
            + " decoder in the same round, and (least…most).");
    findings.races().forEach(report::race);
    report.latencies();
    report.others();
    return report.text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void race(Race race) {
    String by = " × " + race.yardstick();
    Table table =
        new Table("lrrrrr", "", "size %", "encode", "decode", "encode" + by, "decode" + by);
    for (Row row : findings.rows(race)) {
      table.row(
          row.label().toString(),
          percent(row.coded()),
          rate(row.encode().median()),
          rate(row.decode().median()),
          timesRange(row.encodeVs()),
          timesRange(row.decodeVs()));
    }
    line("\n" + Words.title(race) + "\n");
    text.append(table.text().indent(2));
  }

  private void latencies() {
    for (String plane : findings.latencies().stream().map(Latency::plane).distinct().toList()) {
      Table table = new Table("lrrrr", "µs", "encode", "99 of 100", "decode", "99 of 100");
      for (Latency one : findings.latencies()) {
        if (one.plane().equals(plane)) {
          table.row(
              one.label().toString(),
              rate(one.encode()),
              rate(one.encodeTail()),
              rate(one.decode()),
              rate(one.decodeTail()));
        }
      }
      int block = findings.latencies().getFirst().block();
      line("\n" + plane + ": one block of " + block + " bytes a call, warm\n");
      text.append(table.text().indent(2));
    }
  }

  private void others() {
    if (!findings.absent().isEmpty()) {
      line("");
    }
    findings.absent().forEach(one -> line(one.label() + ": absent, because " + one.reason()));
    findings
        .failures()
        .forEach(one -> line(one.label() + " on " + one.plane() + ": WRONG, " + one.reason()));
  }
}
