package vail.cli.sim;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
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
          + "speedup_vs_three,coded_bytes,link_wait_p50_ps,link_wait_p99_ps,codec_wait_p50_ps,"
          + "codec_wait_p99_ps,wire_energy_uj,codec_energy_uj,wrong,bound";

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
        of(row, work -> Double.toString(work.ratio())),
        of(row, work -> Long.toString(work.wireBytes())),
        of(row, _ -> Double.toString(row.wirebw())),
        of(row, work -> Long.toString(work.encode())),
        of(row, work -> Long.toString(work.decode())),
        of(row, work -> work.exposed().stream().mapToObj(Long::toString).findFirst().orElse("")),
        number(findings.speedUp(row, "none")),
        number(findings.speedUp(row, "three")),
        of(row, work -> Long.toString(work.codedBytes())),
        of(row, work -> Long.toString(work.linkWaits().atMost(0.5))),
        of(row, work -> Long.toString(work.linkWaits().atMost(0.99))),
        of(row, work -> Long.toString(work.unitWaits().atMost(0.5))),
        of(row, work -> Long.toString(work.unitWaits().atMost(0.99))),
        number(findings.energy().onWire(row)),
        number(findings.energy().inCodec(row)),
        row.moved().map(moved -> Long.toString(moved.certificate().wrong())).orElse(""),
        of(row, Row.Work::bound));
  }

  private static String of(Row row, Function<Row.Work, String> figure) {
    return row.work().map(figure).orElse("");
  }

  private static String number(OptionalDouble value) {
    return value.stream().mapToObj(Double::toString).findFirst().orElse("");
  }

  /** A name may hold commas and, where it is a file's, quotes. */
  private static String quoted(String name) {
    return "\"" + Units.printable(name).replace("\"", "\"\"") + "\"";
  }
}
