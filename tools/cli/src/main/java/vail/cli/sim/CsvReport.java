package vail.cli.sim;

import java.util.List;
import java.util.stream.Collectors;
import vail.cli.Names;
import vail.cli.Units;

/**
 * All answers as one tidy CSV: what was asked in the first columns, what was found in the others.
 */
final class CsvReport {
  private static final String HEAD =
      "collective,algorithm,topology,dies,sub_chunks,mode,type,size_bytes,codec,time_ps,algbw_gbps,"
          + "busbw_gbps,ratio,wire_bytes,wirebw_gbps,encode_ps,decode_ps,exposed_ps,speedup_vs_none,"
          + "speedup_vs_three,bound";

  private CsvReport() {}

  static String of(Findings findings) {
    return HEAD
        + "\n"
        + findings.rows().stream()
            .map(row -> String.join(",", cells(findings, row)) + "\n")
            .collect(Collectors.joining());
  }

  private static List<String> cells(Findings findings, Row row) {
    Setup setup = findings.setup();
    return List.of(
        Names.of(setup.collective()),
        setup.algorithm().name(),
        quoted(setup.topology().name()),
        Integer.toString(setup.dies()),
        Integer.toString(setup.lanes()),
        findings.mode(),
        findings.type(),
        Long.toString(row.size()),
        row.codec(),
        Long.toString(row.time()),
        Double.toString(row.algbw()),
        Double.toString(row.busbw(setup.collective(), setup.dies())),
        row.work().map(work -> Double.toString(work.ratio())).orElse(""),
        row.work().map(work -> Long.toString(work.wireBytes())).orElse(""),
        row.work().map(work -> Double.toString(row.wirebw())).orElse(""),
        row.work().map(work -> Long.toString(work.encode())).orElse(""),
        row.work().map(work -> Long.toString(work.decode())).orElse(""),
        row.work()
            .filter(work -> work.exposed().isPresent())
            .map(work -> Long.toString(work.exposed().getAsLong()))
            .orElse(""),
        findings.speedUp(row, "none").stream().mapToObj(Double::toString).findFirst().orElse(""),
        findings.speedUp(row, "three").stream().mapToObj(Double::toString).findFirst().orElse(""),
        row.work().map(Row.Work::bound).orElse(""));
  }

  /** A name may hold commas and, where it is a file's, quotes. */
  private static String quoted(String name) {
    return "\"" + Units.printable(name).replace("\"", "\"\"") + "\"";
  }
}
