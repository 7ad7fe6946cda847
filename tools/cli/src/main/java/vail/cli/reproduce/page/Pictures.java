package vail.cli.reproduce.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import vail.cli.page.Frame;
import vail.cli.reproduce.Report;
import vail.cli.reproduce.grid.Profile.Split;
import vail.cli.reproduce.measure.Claim;
import vail.cli.reproduce.measure.DriftPoint;
import vail.cli.reproduce.measure.Measurement;
import vail.cli.reproduce.measure.Scheme;
import vail.code.Histogram;

/** Chooses what the pictures of a report show. */
final class Pictures {
  private static final Frame.Key SHANNON = new Frame.Key("shannon", "Shannon");
  private static final Frame.Key HUFFMAN = new Frame.Key("huffman", "own Huffman");
  private static final Frame.Key FIXED = new Frame.Key("fixed", "fixed book");
  private static final Frame.Key PLANES = new Frame.Key("planes", "fixed, planes");
  private static final int MOST_ROWS = 24;

  private final Report report;

  Pictures(Report report) {
    this.report = report;
  }

  /** The kind the report is about: the claim's, or else the first. */
  Optional<Measurement> leading(Split split) {
    List<Measurement> all = report.bf16(split);
    return all.stream()
        .filter(m -> m.group().kind().equals(Claim.KIND))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Distributions of the leading kind's shards. */
  String distribution(String id, Measurement measured, String symbols) {
    List<Histogram> shards =
        report.found().tensors().getOrDefault(measured.group(), List.of()).stream()
            .flatMap(tensor -> tensor.shards().stream())
            .toList();
    return DistributionChart.of(
        id, "Symbols of the shards of " + measured.group().label(), symbols, shards);
  }

  /** What each kind of bf16 tensor saves; kinds with a fixed book, or all if there is none. */
  String savings(String id) {
    List<Measurement> all = report.bf16(Split.BYTES);
    List<Measurement> fixed =
        all.stream().filter(m -> m.bookStep(Scheme.FIXED).isPresent()).toList();
    List<BarChart.Row> rows =
        (fixed.isEmpty() ? all : fixed)
            .stream()
                .limit(MOST_ROWS)
                .map(m -> new BarChart.Row(m.group().kind(), savings(m)))
                .toList();
    return BarChart.of(
        id,
        "What each kind of bf16 tensor saves",
        "percent of raw size saved",
        List.of(SHANNON, HUFFMAN, FIXED, PLANES),
        rows);
  }

  private List<OptionalDouble> savings(Measurement bytes) {
    return List.of(
        bytes.saved(Scheme.SHANNON),
        bytes.saved(Scheme.HUFFMAN),
        bytes.saved(bytes.saved(Scheme.FIXED).isPresent() ? Scheme.FIXED : Scheme.SHIPPED),
        report
            .planes(bytes)
            .flatMap(planes ->
                Stream.of(Scheme.BEST, Scheme.SHIPPED, Scheme.FIXED)
                    .map(planes::saved)
                    .filter(OptionalDouble::isPresent)
                    .findFirst())
            .orElse(OptionalDouble.empty()));
  }

  /** The codes of the sibling papers beside Huffman codes, all of them fixed before. */
  Optional<String> siblings(String id) {
    List<BarChart.Row> rows =
        Stream.concat(report.bf16(Split.BYTES).stream(), report.otherFormats().stream())
            .filter(m -> m.group().kind().startsWith(Claim.KIND))
            .filter(m -> m.saved(Scheme.QUAD).isPresent())
            .filter(m -> !m.group().profile().format().equals("e8m0"))
            .filter(m -> !m.group().kind().contains("grad"))
            .map(m -> new BarChart.Row(m.group().profile().format(), siblings(m)))
            .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            BarChart.of(
                id,
                "Huffman, Quad Length and Dual Length codes for " + Claim.KIND,
                "percent of raw size saved",
                List.of(
                    HUFFMAN, FIXED, new Frame.Key("planes", "Quad"), new Frame.Key("dual", "Dual")),
                rows));
  }

  private static List<OptionalDouble> siblings(Measurement measured) {
    return Stream.of(Scheme.HUFFMAN, Scheme.FIXED, Scheme.QUAD, Scheme.DUAL)
        .map(measured::saved)
        .toList();
  }

  /** What age and other text cost books of bf16 bytes. */
  Optional<String> drift(String id) {
    List<DriftPoint> points = report.byteDrift();
    return points.isEmpty() ? Optional.empty() : Optional.of(DriftChart.of(id, points));
  }
}
