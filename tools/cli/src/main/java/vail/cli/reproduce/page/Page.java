package vail.cli.reproduce.page;

import static vail.cli.Markup.escaped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vail.cli.reproduce.ClaimText;
import vail.cli.reproduce.Figures;
import vail.cli.reproduce.Report;
import vail.cli.reproduce.grid.Profile.Split;
import vail.cli.reproduce.measure.BlockSaving;
import vail.cli.reproduce.measure.Claim;
import vail.cli.reproduce.measure.Measurement;
import vail.cli.reproduce.measure.Scheme;
import vail.cli.reproduce.measure.Verdict;

/** Puts the page together. */
public final class Page {
  private static final String TITLE = "Fixed Huffman books on real tensors";

  private final Report report;
  private final Pictures pictures;
  private final StringBuilder html = new StringBuilder();

  private Page(Report report) {
    this.report = report;
    this.pictures = new Pictures(report);
  }

  /** The page of a report: one document in UTF-8 that refers to nothing outside itself. */
  public static String of(Report report) {
    return new Page(report).write();
  }

  private String write() {
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .append(TITLE)
        .append("</title>\n<style>\n")
        .append(resource("page.css"))
        .append("</style></head>\n<body><main>\n");
    opening();
    html.append("<div class=\"figures\">\n");
    figures();
    html.append("</div>\n");
    tables();
    notes();
    return html.append("</main></body></html>\n").toString();
  }

  private void opening() {
    html.append("<header><p class=\"over\">vail reproduce · recording ")
        .append(escaped(report.found().campaign().measured().name()))
        .append("</p>\n<h1>")
        .append(TITLE)
        .append("</h1>\n<p class=\"headline\">")
        .append(escaped(ClaimText.headline(report.found())))
        .append("</p>\n<div class=\"tiles\">\n");
    if (report.found().claim() instanceof Claim.Tested tested) {
      Verdict verdict = tested.verdict();
      tile(verdict.vsHuffman().median(), "points behind own Huffman", Verdict.HUFFMAN_LIMIT);
      tile(verdict.vsShannon().median(), "points behind Shannon", Verdict.SHANNON_LIMIT);
    }
    for (Split split : List.of(Split.PLANES, Split.BYTES)) {
      report.allBlocks(split).ifPresent(this::tile);
    }
    html.append("</div>\n<ul class=\"details\">\n");
    ClaimText.details(report.found())
        .forEach(detail -> html.append("<li>").append(escaped(detail)).append("</li>\n"));
    html.append("</ul></header>\n");
  }

  private void tile(double median, String what, double limit) {
    String state = median <= limit ? "good" : "bad";
    tile(state, Figures.two(median), what + ", median (claim: at most " + Figures.two(limit) + ")");
  }

  private void tile(BlockSaving all) {
    tile(
        "plain",
        Figures.two(all.saved()) + " %",
        "saved as " + all.split().label() + ": blocks of all bf16 tensors with shipped books");
  }

  private void tile(String state, String number, String words) {
    html.append("<div class=\"tile ")
        .append(state)
        .append("\"><b>")
        .append(escaped(number))
        .append("</b><span>")
        .append(escaped(words))
        .append("</span></div>\n");
  }

  private void figures() {
    Optional<Measurement> bytes = pictures.leading(Split.BYTES);
    Optional<Measurement> planes = pictures.leading(Split.PLANES);
    bytes.ifPresent(m ->
        figure(
            "Shards and their average: bytes",
            m.group().kind() + " in bf16, two symbols a value.",
            pictures.distribution("bytes", m, "byte value")));
    planes.ifPresent(m ->
        figure(
            "Shards and their average: exponents",
            "The same tensors, one symbol a value; sign and mantissa stay as they are.",
            pictures.distribution("planes", m, "exponent")));
    bytes
        .filter(m -> m.bookStep(Scheme.FIXED).isPresent())
        .ifPresent(m ->
            figure(
                "What one book for all shards costs",
                m.group().label() + ", one point a shard.",
                GapChart.of("gaps", m)));
    pictures
        .drift("drift")
        .ifPresent(svg ->
            figure("What age and other text cost", "bf16 as bytes, one book for each kind.", svg));
    if (bytes.isPresent()) {
      figure(
          "Saved for each kind of tensor",
          "bf16. Three bars code all bytes, the last only exponents. Fixed books are the shipped ones"
              + " where nothing was recorded before.",
          pictures.savings("savings"));
    }
    pictures
        .siblings("siblings")
        .ifPresent(svg ->
            figure(
                "The codes of the sibling papers",
                "Books for " + Claim.KIND + " in several formats, all fixed before.",
                svg));
  }

  private void figure(String title, String caption, String svg) {
    html.append("<figure><figcaption><h2>")
        .append(escaped(title))
        .append("</h2><p>")
        .append(escaped(caption))
        .append("</p></figcaption><div class=\"scroll\" tabindex=\"0\">")
        .append(svg)
        .append("</div></figure>\n");
  }

  private void tables() {
    html.append("<section><h2>The numbers</h2>\n");
    List<Measurement> all = report.found().measurements();
    List<Measurement> bytes = report.bf16(Split.BYTES);
    List<Measurement> planes = report.bf16(Split.PLANES);
    if (!bytes.isEmpty()) {
      html.append(Tables.savings("bf16 as bytes: percent of raw size saved", bytes));
      html.append(Tables.savings("bf16 as planes: percent of raw size saved", planes));
    }
    if (!report.otherFormats().isEmpty()) {
      html.append(
          Tables.savings("Other formats: percent of raw size saved", report.otherFormats()));
    }
    html.append(Tables.gaps("Points of raw size behind, and divergence: median / worst", all));
    if (!report.blocks().isEmpty()) {
      html.append(
          Tables.blocks(
              "Blocks of bf16 tensors with the shipped books, headers and padding counted",
              report.blocks()));
    }
    if (!report.found().drift().isEmpty()) {
      html.append(Tables.drift("Age and other text", report.found().drift()));
    }
    html.append("</section>\n");
  }

  private void notes() {
    html.append("<section class=\"notes\"><h2>How to read this</h2>\n")
        .append(resource("notes.html"));
    List<String> missing = report.found().campaign().missing();
    if (!missing.isEmpty()) {
      html.append("<h3>Not shown</h3><ul>\n");
      missing.forEach(what -> html.append("<li>").append(escaped(what)).append(".</li>\n"));
      html.append("</ul>\n");
    }
    html.append("</section>\n");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
