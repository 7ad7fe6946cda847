package vail.bench.report;

import java.util.List;
import vail.bench.measure.Row;
import vail.bench.measure.Spread;
import vail.cli.Markup;

/** Two dots a codec on a logarithmic axis: how fast it encodes and decodes. */
final class SpeedChart {
  private static final int WIDTH = 720;
  private static final int LEFT = 230;
  private static final int RIGHT = 30;
  private static final int TOP = 34;
  private static final int ROW = 26;
  private static final int BOTTOM = 40;
  private static final double[] TICKS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};

  private final List<Row> rows;
  private final double least;
  private final double most;
  private final Markup svg = new Markup();

  private SpeedChart(List<Row> rows) {
    this.rows = rows;
    double slowest = rows.stream().mapToDouble(r -> slower(r)).min().orElse(1);
    double fastest = rows.stream().mapToDouble(r -> faster(r)).max().orElse(1);
    this.least = Math.log(slowest / 1.25);
    this.most = Math.log(fastest * 1.25);
  }

  private static double slower(Row row) {
    return Math.min(row.encode().least(), row.decode().least());
  }

  private static double faster(Row row) {
    return Math.max(row.encode().most(), row.decode().most());
  }

  /** A picture that stands alone. */
  static String of(List<Row> rows, String title) {
    SpeedChart chart = new SpeedChart(rows);
    chart.open(title);
    chart.axis();
    for (int i = 0; i < rows.size(); i++) {
      chart.row(rows.get(i), TOP + i * ROW + ROW / 2);
    }
    return chart.svg.line("</svg>").toString();
  }

  private int bottom() {
    return TOP + rows.size() * ROW;
  }

  private void open(String title) {
    svg.line(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">"
                .formatted(WIDTH, bottom() + BOTTOM))
        .line("<title>" + Markup.escaped(title) + "</title><style>")
        .line(".s { font: 12px system-ui, sans-serif; fill: #5d6675; }")
        .line(".s.who { fill: #1a1f26; } .g { stroke: #e3e6eb; } .r { stroke-width: 2; }")
        .line(".e { fill: #d97706; stroke: #d97706; } .d { fill: #2563eb; stroke: #2563eb; }")
        .line(
            "@media (prefers-color-scheme: dark) { .s { fill: #9aa4b2; } .s.who { fill: #e7eaef; }")
        .line(".g { stroke: #272e38; } .e { fill: #f2a33c; stroke: #f2a33c; }")
        .line(".d { fill: #6ea2ff; stroke: #6ea2ff; } }</style>");
    dot(LEFT, 14, "e");
    label(LEFT + 10, 18, "start", "s", "encode");
    dot(LEFT + 80, 14, "d");
    label(LEFT + 90, 18, "start", "s", "decode");
  }

  private double x(double rate) {
    return LEFT + (Math.log(rate) - least) / (most - least) * (WIDTH - LEFT - RIGHT);
  }

  private void axis() {
    for (double tick : TICKS) {
      if (Math.log(tick) >= least && Math.log(tick) <= most) {
        svg.line(
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" class=\"g\"/>"
                .formatted(x(tick), x(tick), TOP - 6, bottom()));
        String text = tick < 1 ? Double.toString(tick) : Integer.toString((int) tick);
        label(x(tick), bottom() + 16, "middle", "s", text);
      }
    }
    double middle = (LEFT + WIDTH - RIGHT) / 2.0;
    label(middle, bottom() + 34, "middle", "s", "GB/s of uncompressed bytes, one thread");
  }

  private void row(Row row, int y) {
    label(LEFT - 10, y + 4, "end", "s who", row.label().toString());
    range(row.encode(), y - 4, "e");
    range(row.decode(), y + 4, "d");
  }

  private void range(Spread rate, int y, String style) {
    svg.line(
        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" class=\"r %s\"/>"
            .formatted(x(rate.least()), x(rate.most()), y, y, style));
    dot(x(rate.median()), y, style);
  }

  private void dot(double x, int y, String style) {
    svg.line("<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" class=\"%s\"/>".formatted(x, y, style));
  }

  private void label(double x, int y, String anchor, String style, String text) {
    svg.line(
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" class=\"%s\">%s</text>"
            .formatted(x, y, anchor, style, Markup.escaped(text)));
  }
}
