package vail.cli.reproduce;

import static vail.cli.reproduce.Figures.count;
import static vail.cli.reproduce.Figures.medianWorst;
import static vail.cli.reproduce.Figures.two;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vail.cli.Table;
import vail.cli.reproduce.grid.Profile.Split;
import vail.cli.reproduce.measure.BlockSaving;
import vail.cli.reproduce.measure.DriftPoint;
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
    schemes(
        title,
        "kind",
        report.bf16(split),
        row -> row.group().kind(),
        List.of(
            new Column("Shannon", Scheme.SHANNON),
            new Column("Huffman", Scheme.HUFFMAN),
            new Column("+table", Scheme.HUFFMAN_SENT),
            new Column("fixed", Scheme.FIXED),
            new Column("old", Scheme.FIXED_OLD),
            new Column("best", Scheme.BEST),
            new Column("shipped", Scheme.SHIPPED)));
  }

  private void formats() {
    schemes(
        "Other formats, all kinds together: percent of raw size saved",
        "format",
        report.pooledFormats(),
        row -> row.group().profile().format(),
        List.of(
            new Column("Shannon", Scheme.SHANNON),
            new Column("Huffman", Scheme.HUFFMAN),
            new Column("fixed", Scheme.FIXED),
            new Column("shipped", Scheme.SHIPPED),
            new Column("Quad", Scheme.QUAD),
            new Column("Dual", Scheme.DUAL)));
  }

  /** A column of what a scheme saves. */
  private record Column(String head, Scheme scheme) {
    boolean isIn(List<Measurement> rows) {
      return rows.stream().anyMatch(row -> row.saved(scheme).isPresent());
    }
  }

  /** A table of the columns that any of the rows can fill. */
  private void schemes(
      String title,
      String what,
      List<Measurement> rows,
      Function<Measurement, String> name,
      List<Column> wanted) {
    if (rows.isEmpty()) {
      return;
    }
    List<Column> columns = wanted.stream().filter(column -> column.isIn(rows)).toList();
    boolean fixed = rows.stream().anyMatch(row -> row.bookStep(Scheme.FIXED).isPresent());
    List<String> head = new ArrayList<>(List.of(what, "shards"));
    columns.forEach(column -> head.add(column.head()));
    head.add(fixed ? "fixed behind Huffman: median / worst" : "");
    Table table = new Table("l" + "r".repeat(head.size() - 1), head.toArray(String[]::new));
    for (Measurement row : rows) {
      List<String> cells = new ArrayList<>(List.of(name.apply(row), count(row.shards().size())));
      columns.forEach(column -> cells.add(two(row.saved(column.scheme()))));
      cells.add(fixed ? medianWorst(row.gap(Scheme.FIXED, Scheme.HUFFMAN)) : "");
      table.row(cells.toArray(String[]::new));
    }
    table(title, table);
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
