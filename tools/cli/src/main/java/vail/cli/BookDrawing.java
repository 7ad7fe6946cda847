package vail.cli;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.code.NamedBook;

/**
 * Draws codebooks as one SVG picture, a panel a book. On the left every code is a step as wide as
 * its share of the code space and as deep as it is long; on the right the symbols in order.
 */
public final class BookDrawing {
  private static final int WIDTH = 1000;
  private static final int PANEL = 236;
  private static final int TOP = 62;
  private static final int HEIGHT = 140;
  private static final int STEPS_AT = 24;
  private static final int STEPS_WIDTH = 380;
  private static final int BARS_AT = 452;
  private static final int BARS_WIDTH = 512;

  /** Books of few symbols get no bars wider than a 24th. */
  private static final int LEAST_BARS = 24;

  private final Markup svg = new Markup();

  private BookDrawing() {}

  /** The picture of some books. */
  public static String of(List<NamedBook> books) {
    BookDrawing drawing = new BookDrawing();
    int height = PANEL * books.size();
    drawing.svg.line(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                + " font-family=\"system-ui, sans-serif\" font-size=\"11\" fill=\"#334\">")
            .formatted(WIDTH, height, WIDTH, height));
    drawing.svg.line("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>".formatted(WIDTH, height));
    for (int i = 0; i < books.size(); i++) {
      drawing.svg.line("<g transform=\"translate(0 %d)\">".formatted(i * PANEL));
      drawing.panel(books.get(i));
      drawing.svg.line("</g>");
    }
    return drawing.svg.line("</svg>").toString();
  }

  private void panel(NamedBook named) {
    Codebook book = named.book();
    svg.line(
        "<text x=\"%d\" y=\"26\" font-size=\"16\" font-weight=\"600\">%s</text>"
            .formatted(STEPS_AT, Markup.escaped(named.name())));
    svg.line(
        "<text x=\"%d\" y=\"45\" fill=\"#667\">slot %d, epoch %d, %s book, center %d, %s…</text>"
            .formatted(
                STEPS_AT,
                named.id().slot(),
                named.id().epoch(),
                Names.of(book.bookClass()),
                book.center(),
                book.digestText().substring(0, 23)));
    steps(book);
    bars(book);
  }

  /** Canonical order: from the shortest code to the longest, so that the steps only go down. */
  private void steps(Codebook book) {
    int longest = book.lengths().longest();
    double at = 0;
    for (int length = 1; length <= longest; length++) {
      for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
        if (book.length(symbol) == length) {
          step(symbol, length, at, (double) HEIGHT / longest);
          at += STEPS_WIDTH / (double) (1 << length);
        }
      }
    }
    svg.line(
        ("<text x=\"%d\" y=\"%d\" fill=\"#667\">wide: a code's share of all codes; deep: its bits, 1 to"
                + " %d</text>")
            .formatted(STEPS_AT, TOP + HEIGHT + 18, longest));
  }

  private void step(int symbol, int length, double at, double unit) {
    double width = STEPS_WIDTH / (double) (1 << length);
    boolean escape = symbol == CodeLengths.ESC;
    svg.line(
        ("<rect x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%.1f\" fill=\"%s\" stroke=\"#fff\""
                + " stroke-width=\"%.2f\"><title>%s: %d bits</title></rect>")
            .formatted(
                STEPS_AT + at,
                TOP,
                width,
                length * unit,
                escape ? "#d9822b" : colour(length),
                Math.min(0.6, width / 4),
                name(symbol),
                length));
    if (width > 16) {
      svg.line(
          "<text x=\"%.2f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"#fff\">%s</text>"
              .formatted(STEPS_AT + at + width / 2, TOP + length * unit - 6, name(symbol)));
    }
  }

  /** The symbols that have codes, each as high as the share that its length stands for. */
  private void bars(Codebook book) {
    IntSummaryStatistics coded =
        IntStream.range(0, CodeLengths.ESC).filter(book::hasCode).summaryStatistics();
    int first = coded.getMin();
    double bar = (double) BARS_WIDTH / Math.max(LEAST_BARS, coded.getMax() - first + 1);
    int shortest =
        IntStream.range(first, coded.getMax() + 1)
            .filter(book::hasCode)
            .map(book::length)
            .min()
            .orElse(1);
    for (int symbol = first; symbol <= coded.getMax(); symbol++) {
      if (book.hasCode(symbol)) {
        double height = HEIGHT * Math.scalb(1.0, shortest - book.length(symbol));
        bar(symbol, book.length(symbol), BARS_AT + (symbol - first) * bar, bar, height);
      }
    }
    svg.line(
        ("<text x=\"%d\" y=\"%d\" fill=\"#667\">symbols %d to %d, as often as their bits stand"
                + " for%s</text>")
            .formatted(
                BARS_AT,
                TOP + HEIGHT + 18,
                first,
                coded.getMax(),
                book.hasEscape() ? "; others by escape" : ""));
  }

  private void bar(int symbol, int length, double at, double width, double height) {
    svg.line(
        ("<rect x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\" fill=\"%s\">"
                + "<title>%d: %d bits</title></rect>")
            .formatted(
                at,
                TOP + HEIGHT - height,
                width * 0.9,
                Math.max(1, height),
                colour(length),
                symbol,
                length));
    if (width > 12) {
      svg.line(
          "<text x=\"%.2f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"#667\">%d</text>"
              .formatted(at + width * 0.45, TOP + HEIGHT - height - 4, length));
    }
  }

  /** Short codes are dark: they are the ones that matter. */
  private static String colour(int length) {
    int light = Math.min(62, 26 + 4 * length);
    return "hsl(212 60%% %d%%)".formatted(light);
  }

  private static String name(int symbol) {
    return symbol == CodeLengths.ESC ? "ESC" : Integer.toString(symbol);
  }
}
