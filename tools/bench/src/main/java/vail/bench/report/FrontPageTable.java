package vail.bench.report;

import static vail.bench.report.Words.rate;
import static vail.bench.report.Words.times;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vail.bench.codec.Label;
import vail.bench.measure.Findings;
import vail.bench.measure.Row;

/** The table of speeds of the project's front page, in markdown. */
public final class FrontPageTable {
  private static final List<String> PLANES = List.of("bf16-exponent-weights", "e4m3-weights");

  /** Rows of general interest. */
  private static final Set<String> LEFT_OUT =
      Set.of("java-reference", "native-simd reference", "zstd-jni 3", "huff0 x1");

  private FrontPageTable() {}

  /** Rates and ratios on two planes, in cache, by one thread. */
  public static String of(Findings findings) {
    StringBuilder text = new StringBuilder();
    text.append("By `./vail bench` on ").append(findings.machine()).append(": GB/s of symbols in ");
    text.append("64 KiB blocks, one thread, and times zstd's huff0 with a fixed table.\n\n");
    findings.disturbed().ifPresent(warning -> text.append(warning).append("\n\n"));
    text.append("| | bf16 exponents: encode | decode | e4m3: encode | decode |\n");
    text.append("|---|--:|--:|--:|--:|\n");
    for (Label label : labels(findings)) {
      text.append("| `").append(label).append("` |");
      for (String plane : PLANES) {
        text.append(cells(row(findings, plane, label)));
      }
      text.append('\n');
    }
    if (!findings.absent().isEmpty()) {
      text.append("\nAbsent there: ")
          .append(
              findings.absent().stream()
                  .map(one -> "`" + one.label() + "`")
                  .collect(Collectors.joining(", ")))
          .append(".\n");
    }
    return text.toString();
  }

  private static Set<Label> labels(Findings findings) {
    Set<Label> labels = new LinkedHashSet<>();
    for (Row row : findings.rows()) {
      String name = (row.label().codec() + " " + row.label().level()).strip();
      if (!LEFT_OUT.contains(name)) {
        labels.add(row.label());
      }
    }
    return labels;
  }

  private static Optional<Row> row(Findings findings, String plane, Label label) {
    return findings.headline(plane).stream()
        .flatMap(race -> findings.rows(race).stream())
        .filter(row -> row.label().equals(label))
        .findFirst();
  }

  private static String cells(Optional<Row> row) {
    return row.map(one ->
            " %s (%s) | %s (%s) |"
                .formatted(
                    rate(one.encode().median()),
                    times(one.encodeVs()),
                    rate(one.decode().median()),
                    times(one.decodeVs())))
        .orElse(" – | – |");
  }
}
