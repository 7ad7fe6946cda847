package vail.cli.reproduce;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import vail.cli.reproduce.measure.Group;
import vail.cli.reproduce.measure.Measurement;
import vail.cli.reproduce.measure.Scheme;
import vail.cli.reproduce.measure.ShardResult;
import vail.cli.reproduce.measure.Spread;

/** The report as tidy tables: an observation a row; percent and points of raw size. */
final class CsvReport {
  /** The table that is written where there is room for one only. */
  static final String SUMMARY = "schemes.csv";

  private CsvReport() {}

  /** All tables by the names of their files. */
  static SequencedMap<String, String> of(Report report) {
    SequencedMap<String, String> tables = new LinkedHashMap<>();
    tables.put(SUMMARY, schemes(report));
    tables.put("shards.csv", shards(report));
    tables.put("drift.csv", drift(report));
    tables.put("blocks.csv", blocks(report));
    return tables;
  }

  /** A row for each group and way of coding. */
  static String schemes(Report report) {
    CsvTable table =
        new CsvTable(
            "kind",
            "format",
            "split",
            "scheme",
            "book_step",
            "shards",
            "saved_percent",
            "vs_huffman_median",
            "vs_huffman_worst",
            "vs_shannon_median",
            "vs_shannon_worst",
            "worst_shard");
    for (Measurement row : report.found().measurements()) {
      for (Scheme scheme : Scheme.values()) {
        row.gap(scheme, Scheme.HUFFMAN).ifPresent(gap -> addScheme(table, row, scheme, gap));
      }
    }
    return table.text();
  }

  private static void addScheme(CsvTable table, Measurement row, Scheme scheme, Spread gap) {
    Group group = row.group();
    Optional<Spread> shannon = row.gap(scheme, Scheme.SHANNON);
    table.row(
        group.kind(),
        group.profile().format(),
        group.profile().split().label(),
        scheme.id(),
        row.bookStep(scheme),
        gap.shards(),
        row.saved(scheme),
        gap.median(),
        gap.worst(),
        shannon.map(s -> OptionalDouble.of(s.median())).orElse(OptionalDouble.empty()),
        shannon.map(s -> OptionalDouble.of(s.worst())).orElse(OptionalDouble.empty()),
        gap.worstShard());
  }

  private static String shards(Report report) {
    CsvTable table =
        new CsvTable(
            "kind",
            "format",
            "split",
            "tensor",
            "layer",
            "shard",
            "symbols",
            "scheme",
            "saved_percent",
            "divergence_bits");
    for (Measurement row : report.found().measurements()) {
      for (ShardResult shard : row.shards()) {
        shard.bits().keySet().forEach(scheme -> addShard(table, row, shard, scheme));
      }
    }
    return table.text();
  }

  private static void addShard(CsvTable table, Measurement row, ShardResult shard, Scheme scheme) {
    Group group = row.group();
    table.row(
        group.kind(),
        group.profile().format(),
        group.profile().split().label(),
        shard.name().tensor(),
        shard.name().layer().isPresent() ? shard.name().layer().getAsInt() : "",
        shard.name().index(),
        shard.symbols(),
        scheme.id(),
        row.savedPercent(shard, scheme),
        shard.divergence());
  }

  private static String drift(Report report) {
    CsvTable table =
        new CsvTable(
            "kind",
            "format",
            "split",
            "text",
            "book_age",
            "saved_percent",
            "vs_huffman_median",
            "vs_huffman_worst");
    report
        .found()
        .drift()
        .forEach(point ->
            table.row(
                point.group().kind(),
                point.group().profile().format(),
                point.group().profile().split().label(),
                point.text(),
                point.age(),
                point.saved(),
                point.gap().median(),
                point.gap().worst()));
    return table.text();
  }

  private static String blocks(Report report) {
    CsvTable table = new CsvTable("kind", "split", "raw_bytes", "vail_bytes", "saved_percent");
    report
        .blocks()
        .forEach(file ->
            table.row(
                file.kind(),
                file.split().label(),
                file.rawBytes(),
                file.codedBytes(),
                file.saved()));
    return table.text();
  }
}
