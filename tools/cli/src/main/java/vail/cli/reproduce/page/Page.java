package vail.cli.reproduce.page;

import static vail.cli.Markup.escaped;

import java.util.List;
import java.util.Optional;
import vail.cli.page.Html;
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
  private final Html html = new Html(TITLE);

  private Page(Report report) {
    this.report = report;
    this.pictures = new Pictures(report);
  }

  /** The page of a report: one document in UTF-8 that refers to nothing outside itself. */
  public static String of(Report report) {
    return new Page(report).write();
  }

  private String write() {
    opening();
    html.line("<div class=\"figures\">");
    figures();
    html.line("</div>");
    tables();
    notes();
    return html.finish();
  }

  private void opening() {
    html.opening(
            "vail reproduce · recording " + report.found().campaign().measured().name(),
            TITLE,
            ClaimText.headline(report.found()))
        .line("<div class=\"tiles\">");
    if (report.found().claim() instanceof Claim.Tested tested) {
      Verdict verdict = tested.verdict();
      tile(verdict.vsHuffman().median(), "points behind own Huffman", Verdict.HUFFMAN_LIMIT);
      tile(verdict.vsShannon().median(), "points behind Shannon", Verdict.SHANNON_LIMIT);
    }
    for (Split split : List.of(Split.PLANES, Split.BYTES)) {
      report.allBlocks(split).ifPresent(this::tile);
    }
    html.line("</div><ul class=\"details\">");
    ClaimText.details(report.found())
        .forEach(detail -> html.line("<li>" + escaped(detail) + "</li>"));
    html.line("</ul></header>");
  }

  private void tile(double median, String what, double limit) {
    String state = median <= limit ? "good" : "bad";
    html.tile(
        state, Figures.two(median), what + ", median (claim: at most " + Figures.two(limit) + ")");
  }

  private void tile(BlockSaving all) {
    html.tile(
        "plain",
        Figures.two(all.saved()) + " %",
        "saved as " + all.split().label() + ": blocks of all bf16 tensors with shipped books");
  }

  private void figures() {
    Optional<Measurement> bytes = pictures.leading(Split.BYTES);
    Optional<Measurement> planes = pictures.leading(Split.PLANES);
    bytes.ifPresent(m ->
        html.figure(
            "Shards and their average: bytes",
            m.group().kind() + " in bf16, two symbols a value.",
            pictures.distribution("bytes", m, "byte value")));
    planes.ifPresent(m ->
        html.figure(
            "Shards and their average: exponents",
            "The same tensors, one symbol a value; sign and mantissa stay as they are.",
            pictures.distribution("planes", m, "exponent")));
    bytes
        .filter(m -> m.bookStep(Scheme.FIXED).isPresent())
        .ifPresent(m ->
            html.figure(
                "What one book for all shards costs",
                m.group().label() + ", one point a shard.",
                GapChart.of("gaps", m)));
    pictures
        .drift("drift")
        .ifPresent(svg ->
            html.figure(
                "What age and other text cost", "bf16 as bytes, one book for each kind.", svg));
    if (bytes.isPresent()) {
      html.figure(
          "Saved for each kind of tensor",
          "bf16. Three bars code all bytes, the last only exponents. Fixed books are the shipped ones"
              + " where nothing was recorded before.",
          pictures.savings("savings"));
    }
    pictures
        .siblings("siblings")
        .ifPresent(svg ->
            html.figure(
                "The codes of the sibling papers",
                "Books for " + Claim.KIND + " in several formats, all fixed before.",
                svg));
  }

  private void tables() {
    html.line("<section><h2>The numbers</h2>");
    List<Measurement> all = report.found().measurements();
    List<Measurement> bytes = report.bf16(Split.BYTES);
    List<Measurement> planes = report.bf16(Split.PLANES);
    if (!bytes.isEmpty()) {
      html.line(Tables.savings("bf16 as bytes: percent of raw size saved", bytes));
      html.line(Tables.savings("bf16 as planes: percent of raw size saved", planes));
    }
    if (!report.otherFormats().isEmpty()) {
      html.line(Tables.savings("Other formats: percent of raw size saved", report.otherFormats()));
    }
    html.line(Tables.gaps("Points of raw size behind, and divergence: median / worst", all));
    if (!report.blocks().isEmpty()) {
      html.line(
          Tables.blocks(
              "Blocks of bf16 tensors with the shipped books, headers and padding counted",
              report.blocks()));
    }
    if (!report.found().drift().isEmpty()) {
      html.line(Tables.drift("Age and other text", report.found().drift()));
    }
    html.line("</section>");
  }

  private void notes() {
    html.line("<section class=\"notes\"><h2>How to read this</h2>")
        .line(Html.resource(Page.class, "notes.html"));
    List<String> missing = report.found().campaign().missing();
    if (!missing.isEmpty()) {
      html.line("<h3>Not shown</h3><ul>");
      missing.forEach(what -> html.line("<li>" + escaped(what) + ".</li>"));
      html.line("</ul>");
    }
    html.line("</section>");
  }
}
