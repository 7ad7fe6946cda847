package vail.cli.reproduce;

import static vail.cli.reproduce.Figures.medianWorst;
import static vail.cli.reproduce.Figures.two;

import java.util.List;
import java.util.Optional;
import vail.cli.Table;
import vail.cli.reproduce.grid.Profile.Split;
import vail.cli.reproduce.measure.DriftPoint;
import vail.cli.reproduce.measure.FileSaving;
import vail.cli.reproduce.measure.Measurement;
import vail.cli.reproduce.measure.Scheme;

/** What a person sees on the console. */
final class Summary {
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
    files();
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

  private void files() {
    for (Split split : List.of(Split.PLANES, Split.BYTES)) {
      Optional<FileSaving> all = report.allFiles(split);
      all.ifPresent(
          saving ->
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
            "lrrrrrrrr", "kind", "shards", "Shannon", "Huffman", "+table", "fixed", "old", "best",
            "behind Huffman: median / worst");
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
            "llrrrrrr", "kind", "format", "Shannon", "Huffman", "fixed", "Dual", "Quad",
            "behind Huffman: median / worst");
    for (Measurement row : report.otherFormats()) {
      table.row(
          row.group().kind(),
          row.group().profile().label(),
          two(row.saved(Scheme.SHANNON)),
          two(row.saved(Scheme.HUFFMAN)),
          two(row.saved(Scheme.FIXED)),
          two(row.saved(Scheme.DUAL)),
          two(row.saved(Scheme.QUAD)),
          medianWorst(row.gap(Scheme.FIXED, Scheme.HUFFMAN)));
    }
    table("Other formats: percent of raw size saved", table);
  }

  private void drift() {
    List<DriftPoint> points =
        report.found().drift().stream()
            .filter(point -> point.group().profile().label().equals("bf16 bytes"))
            .toList();
    if (points.isEmpty()) {
      return;
    }
    Table table =
        new Table("lrlrr", "kind", "steps old", "text", "saved", "behind Huffman: median / worst");
    for (DriftPoint point : points) {
      table.row(
          point.group().kind(),
          Figures.count(point.age()),
          point.text().isEmpty() ? "the same" : point.text(),
          two(point.saved()),
          medianWorst(Optional.of(point.gap())));
    }
    table("How books of bf16 bytes age", table);
  }
}
