package vail.cli.reproduce;

import static vail.cli.reproduce.Figures.medianWorst;
import static vail.cli.reproduce.Figures.two;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vail.cli.Table;
import vail.cli.reproduce.grid.Profile.Split;
import vail.cli.reproduce.measure.DriftPoint;
import vail.cli.reproduce.measure.BlockSaving;
import vail.cli.reproduce.measure.Measurement;
import vail.cli.reproduce.measure.Scheme;

/** What a person sees on the console. */
final class Summary {
  private static final String GAP = "behind Huffman: median / worst";

  private final Report report;
  private final StringBuilder text = new StringBuilder();

  private Summary(Report report) {
    this.report = report;
  }

  /** The verdict first, then the tables behind it. */
  static String of(Report report) {
    return new Summary(report).write();
  }

  private String write() {
    line(ClaimText.headline(report.found()));
    ClaimText.details(report.found()).forEach(detail -> line("  " + detail));
    blocks();
    kinds("bf16 as bytes, the paper's profile: percent of raw size saved", Split.BYTES);
    kinds("bf16 as planes, the exponent coded: percent of raw size saved", Split.PLANES);
    formats();
    drift();
    report.found().campaign().missing().forEach(what -> line("Note: " + what + "."));
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void table(String title, Table table) {
    text.append('\n').append(title).append("\n\n").append(table.text().indent(2));
  }

  private void blocks() {
    for (Split split : List.of(Split.PLANES, Split.BYTES)) {
      Optional<BlockSaving> all = report.allBlocks(split);
      all.ifPresent(saving ->
          line(
              "Encoded as %-6s with the shipped books: %s %% saved of all bf16 tensors, decoded and equal."
                  .formatted(split.label(), two(saving.saved()))));
    }
  }

  private void kinds(String title, Split split) {
    List<Measurement> rows = report.bf16(split);
    if (rows.isEmpty()) {
      return;
    }
    Table table =
        new Table(
            "lrrrrrrrr",
            "kind",
            "shards",
            "Shannon",
            "Huffman",
            "+table",
            "fixed",
            "old",
            "best",
            GAP);
    for (Measurement row : rows) {
      table.row(
          row.group().kind(),
          Figures.count(row.shards().size()),
          two(row.saved(Scheme.SHANNON)),
          two(row.saved(Scheme.HUFFMAN)),
          two(row.saved(Scheme.HUFFMAN_SENT)),
          two(row.saved(Scheme.FIXED)),
          two(row.saved(Scheme.FIXED_OLD)),
          two(row.saved(Scheme.BEST)),
          medianWorst(row.gap(Scheme.FIXED, Scheme.HUFFMAN)));
    }
    table(title, table);
  }

  private void formats() {
    if (report.otherFormats().isEmpty()) {
      return;
    }
    Table table =
        new Table(
            "lrrrrrrr", "format", "shards", "Shannon", "Huffman", "fixed", "Quad", "Dual", GAP);
    for (Measurement row : report.pooledFormats()) {
      table.row(
          row.group().profile().format(),
          Figures.count(row.shards().size()),
          two(row.saved(Scheme.SHANNON)),
          two(row.saved(Scheme.HUFFMAN)),
          two(row.saved(Scheme.FIXED)),
          two(row.saved(Scheme.QUAD)),
          two(row.saved(Scheme.DUAL)),
          medianWorst(row.gap(Scheme.FIXED, Scheme.HUFFMAN)));
    }
    table("Other formats, all kinds together: percent of raw size saved", table);
  }

  private void drift() {
    List<DriftPoint> points = report.byteDrift();
    List<String> conditions = Report.conditions(points);
    if (points.isEmpty()) {
      return;
    }
    List<String> head = new ArrayList<>(List.of("kind"));
    head.addAll(conditions);
    Table table = new Table("l" + "r".repeat(conditions.size()), head.toArray(String[]::new));
    for (String kind : points.stream().map(p -> p.group().kind()).distinct().toList()) {
      List<String> cells = new ArrayList<>(List.of(kind));
      for (String condition : conditions) {
        cells.add(gap(points, kind, condition));
      }
      table.row(cells.toArray(String[]::new));
    }
    table("How books of bf16 bytes age: median points behind own Huffman", table);
  }

  private static String gap(List<DriftPoint> points, String kind, String condition) {
    return points.stream()
        .filter(p -> p.group().kind().equals(kind) && p.condition().equals(condition))
        .map(p -> two(p.gap().median()))
        .findFirst()
        .orElse(Figures.NONE);
  }
}
