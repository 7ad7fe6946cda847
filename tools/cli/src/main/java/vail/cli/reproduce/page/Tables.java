package vail.cli.reproduce.page;

import static vail.cli.reproduce.Figures.medianWorst;
import static vail.cli.reproduce.Figures.three;
import static vail.cli.reproduce.Figures.two;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vail.cli.page.HtmlTable;
import vail.cli.reproduce.Figures;
import vail.cli.reproduce.measure.BlockSaving;
import vail.cli.reproduce.measure.DriftPoint;
import vail.cli.reproduce.measure.Measurement;
import vail.cli.reproduce.measure.Scheme;
import vail.cli.reproduce.measure.Spread;
import vail.cli.reproduce.measure.Verdict;

/** The numbers behind the pictures. */
final class Tables {
  private Tables() {}

  /** What each way of coding saves; a column for each that any of the rows has. */
  static String savings(String caption, List<Measurement> rows) {
    List<Scheme> schemes =
        Arrays.stream(Scheme.values())
            .filter(scheme -> rows.stream().anyMatch(row -> row.saved(scheme).isPresent()))
            .toList();
    List<String> head = new ArrayList<>(List.of("kind", "format", "shards"));
    schemes.forEach(scheme -> head.add(scheme.label()));
    HtmlTable table = new HtmlTable(caption, head.toArray(String[]::new));
    for (Measurement row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(row.group().profile().format());
      cells.add(Figures.count(row.shards().size()));
      schemes.forEach(scheme -> cells.add(two(row.saved(scheme))));
      table.row(row.group().kind(), cells.toArray(String[]::new));
    }
    return table.finish();
  }

  /** How far behind books are, and how far the shards lie from one another. */
  static String gaps(String caption, List<Measurement> rows) {
    HtmlTable table =
        new HtmlTable(
            caption,
            "kind",
            "split",
            "fixed behind own Huffman",
            "fixed behind Shannon",
            "within the claim's limits",
            "per layer behind own Huffman",
            "KL from average, bits",
            "KL from book, bits",
            "chance");
    for (Measurement row : rows) {
      table.row(
          row.group().kind(),
          row.group().profile().label(),
          medianWorst(row.gap(Scheme.FIXED, Scheme.HUFFMAN)),
          medianWorst(row.gap(Scheme.FIXED, Scheme.SHANNON)),
          Verdict.of(row).map(v -> v.holds() ? "yes" : "no").orElse(Figures.NONE),
          medianWorst(row.gap(Scheme.LAYER, Scheme.HUFFMAN)),
          bits(row.divergence()),
          bits(row.earlierDivergence()),
          two(row.samplingNoise()));
    }
    return table.finish();
  }

  private static String bits(Optional<Spread> spread) {
    return spread.map(s -> three(s.median()) + " / " + three(s.worst())).orElse(Figures.NONE);
  }

  /** What real blocks save. */
  static String blocks(String caption, List<BlockSaving> savings) {
    HtmlTable table =
        new HtmlTable(caption, "kind", "split", "raw bytes", "coded bytes", "saved, %");
    for (BlockSaving saving : savings) {
      table.row(
          saving.kind(),
          saving.split().label(),
          Figures.count(saving.rawBytes()),
          Figures.count(saving.codedBytes()),
          two(saving.saved()));
    }
    return table.finish();
  }

  /** Age and other text. */
  static String drift(String caption, List<DriftPoint> points) {
    HtmlTable table =
        new HtmlTable(
            caption, "kind", "split", "book age, steps", "text", "saved, %", "behind own Huffman");
    for (DriftPoint point : points) {
      table.row(
          point.group().kind(),
          point.group().profile().label(),
          Figures.count(point.age()),
          point.text().isEmpty() ? "the same" : point.text(),
          two(point.saved()),
          medianWorst(Optional.of(point.gap())));
    }
    return table.finish();
  }
}
