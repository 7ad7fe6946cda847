package vail.cli.reproduce;

import static vail.cli.reproduce.Figures.two;

import java.util.Optional;
import java.util.OptionalDouble;
import vail.cli.MarkedText;
import vail.cli.reproduce.grid.Profile.Split;
import vail.cli.reproduce.measure.Measurement;
import vail.cli.reproduce.measure.Scheme;

/** The results table of the project's front page, in markdown. */
final class ReadmeTable {
  private ReadmeTable() {}

  /** The text with what stands between its two marks replaced. */
  static String replace(String readme, Report report) {
    return MarkedText.replace("--readme", readme, "results", of(report));
  }

  /** Kinds with a book fixed before; the last row is all bf16 tensors as blocks. */
  static String of(Report report) {
    StringBuilder text = new StringBuilder(ClaimText.headline(report.found()));
    text.append("\n\n");
    ClaimText.details(report.found())
        .forEach(detail -> text.append("- ").append(detail).append('\n'));
    text.append(
            "\nBy `./vail reproduce`, on bf16 tensors; books fixed before the measured step.\n\n")
        .append("| saved, % of raw size | Shannon, bytes | own Huffman, bytes |")
        .append(" fixed book, bytes | fixed books, planes |\n")
        .append("|---|--:|--:|--:|--:|\n");
    for (Measurement bytes : report.bf16(Split.BYTES)) {
      if (bytes.bookStep(Scheme.FIXED).isPresent()) {
        text.append(row(bytes, report));
      }
    }
    Optional<String> bytes = report.allBlocks(Split.BYTES).map(file -> two(file.saved()));
    Optional<String> planes = report.allBlocks(Split.PLANES).map(file -> two(file.saved()));
    if (bytes.isPresent() && planes.isPresent()) {
      text.append("| **all, as real blocks with the shipped books** | | | **")
          .append(bytes.get())
          .append("** | **")
          .append(planes.get())
          .append("** |\n");
    }
    return text.toString();
  }

  private static String row(Measurement bytes, Report report) {
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            bytes.group().kind(),
            two(bytes.saved(Scheme.SHANNON)),
            two(bytes.saved(Scheme.HUFFMAN)),
            two(bytes.saved(Scheme.FIXED)),
            two(
                report
                    .planes(bytes)
                    .map(planes -> planes.saved(Scheme.BEST))
                    .orElse(OptionalDouble.empty())));
  }
}
