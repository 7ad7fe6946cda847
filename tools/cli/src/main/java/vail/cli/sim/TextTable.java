package vail.cli.sim;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import vail.cli.Table;
import vail.cli.Units;

/** The table of nccl-tests, ours to the right. */
final class TextTable {
  private static final String NOTHING = "-";

  private TextTable() {}

  static String of(Findings findings) {
    Table table =
        new Table(
            "rrllrrrrrlrrrrrrrrl",
            "size(B)",
            "count",
            "type",
            "redop",
            "root",
            "time(us)",
            "algbw",
            "busbw",
            "#wrong",
            "codec",
            "ratio",
            "wireB",
            "wirebw",
            "enc(us)",
            "dec(us)",
            "exposed",
            "vs-none",
            "vs-3stage",
            "bound");
    findings.rows().forEach(row -> add(table, findings, row));
    return head(findings)
        + table.text()
        + proof(findings)
        + averages(findings.averageBusBandwidths());
  }

  /** As nccl-tests ends, and where there are several codecs the name of each. */
  private static String averages(SortedMap<String, Double> averages) {
    StringBuilder text = new StringBuilder();
    averages.forEach((codec, mean) ->
        text.append(
            String.format(
                Locale.ROOT,
                "# Avg bus bandwidth    : %.6g%s%n",
                mean,
                averages.size() > 1 ? " " + codec : "")));
    return text.toString();
  }

  private static String proof(Findings findings) {
    return findings.moved().isEmpty()
        ? "# Out of bounds values : N/A, mode " + findings.mode() + " moves no bytes\n"
        : ProofText.of(findings);
  }

  private static String head(Findings findings) {
    Setup setup = findings.setup();
    return "# %s, %s on %s, %s, mode %s; bandwidths in GB/s of 10^9%n"
        .formatted(
            setup.words(),
            Units.count(setup.dies(), "die"),
            setup.topology().name(),
            Units.count(setup.lanes(), "sub-chunk"),
            findings.mode());
  }

  private static void add(Table table, Findings findings, Row row) {
    Setup setup = findings.setup();
    table.row(
        Long.toString(row.size()),
        Long.toString(row.size() / setup.elementBytes()),
        findings.type(),
        findings.operation(),
        "0",
        number(row.microseconds(), 3),
        number(row.algbw(), 2),
        number(row.busbw(setup.collective(), setup.dies()), 2),
        row.moved().map(moved -> Long.toString(moved.certificate().wrong())).orElse("N/A"),
        row.codec(),
        row.work().map(work -> number(work.ratio(), 4)).orElse(NOTHING),
        row.work().map(work -> Long.toString(work.wireBytes())).orElse(NOTHING),
        row.work().map(work -> number(row.wirebw(), 2)).orElse(NOTHING),
        row.timed().map(work -> number(work.encode() / 1e6, 2)).orElse(NOTHING),
        row.timed().map(work -> number(work.decode() / 1e6, 2)).orElse(NOTHING),
        exposed(row),
        speedUp(findings.speedUp(row, "none")),
        speedUp(findings.speedUp(row, "three")),
        row.timed().map(Row.Work::bound).orElse(NOTHING));
  }

  private static String exposed(Row row) {
    return row.timed().stream()
        .flatMapToLong(work -> work.exposed().stream())
        .mapToObj(time -> number(time / 1e6, 2))
        .findFirst()
        .orElse(NOTHING);
  }

  private static String speedUp(OptionalDouble times) {
    return times.isPresent() ? number(times.getAsDouble(), 4) : NOTHING;
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
