package vail.cli.demo;

import java.util.List;
import vail.cli.Markup;
import vail.cli.Units;

/** A bar a kind: how many percent were saved. */
final class SavingsChart {
  private static final int WIDTH = 560;
  private static final int LEFT = 176;
  private static final int ROW = 24;
  private static final int TOP = 8;

  /** Room for the number behind the longest bar. */
  private static final int RIGHT = 64;

  private SavingsChart() {}

  /** The picture, for a page that brings the styles. */
  static String of(List<KindSaving> kinds) {
    double most = kinds.stream().mapToDouble(KindSaving::saved).max().orElse(1);
    Markup svg = new Markup();
    svg.line(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"percent saved by kind\">"
            .formatted(WIDTH, 2 * TOP + ROW * kinds.size()));
    for (int i = 0; i < kinds.size(); i++) {
      bar(svg, kinds.get(i), TOP + i * ROW, most);
    }
    return svg.line("</svg>").toString();
  }

  private static void bar(Markup svg, KindSaving kind, int y, double most) {
    double width = Math.max(0, kind.saved()) / most * (WIDTH - LEFT - RIGHT);
    svg.line(
        "<text x=\"%d\" y=\"%d\" class=\"row end\">%s</text>"
            .formatted(LEFT - 8, y + 14, Markup.escaped(kind.kind())));
    svg.line(
        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" class=\"fill %s\"/>"
            .formatted(
                LEFT, y + 3, width, ROW - 8, kind.dtype().equals("BF16") ? "planes" : "fixed"));
    svg.line(
        "<text x=\"%.1f\" y=\"%d\" class=\"key start\">%s</text>"
            .formatted(LEFT + width + 6, y + 14, Units.percent(kind.saved())));
  }
}
