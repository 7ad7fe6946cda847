package vail.cli.reproduce.page;

import java.util.ArrayList;
import java.util.List;
import vail.cli.page.Axis;
import vail.cli.page.Frame;
import vail.cli.page.Svg;
import vail.cli.page.Svg.Anchor;
import vail.cli.reproduce.Figures;
import vail.cli.reproduce.Report;
import vail.cli.reproduce.measure.DriftPoint;

/** What age and unknown text cost a fixed book: a row for each kind, a mark for each condition. */
final class DriftChart {
  private static final int WIDTH = 560;
  private static final int LEFT = 130;
  private static final int TOP = 44;
  private static final int ROW = 26;
  private static final int LEGEND = 20;
  private static final List<String> STYLES = List.of("fixed", "huffman", "planes", "dual");

  private final List<DriftPoint> points;
  private final List<String> kinds;
  private final List<String> conditions;
  private final Frame frame;

  private DriftChart(List<DriftPoint> points) {
    this.points = points;
    this.kinds = points.stream().map(point -> point.group().kind()).distinct().toList();
    this.conditions = Report.conditions(points).stream().limit(STYLES.size()).toList();
    double most = points.stream().mapToDouble(point -> point.gap().median()).max().orElse(1);
    frame =
        new Frame(
            new Axis(0, Math.max(0.6, most * 1.08), LEFT, WIDTH - 14),
            new Axis(0, 1, TOP + kinds.size() * ROW, TOP));
  }

  /** The picture of points of one profile. */
  static String of(String id, List<DriftPoint> points) {
    return new DriftChart(points).draw(id);
  }

  private String draw(String id) {
    Svg svg =
        new Svg(
            id,
            WIDTH,
            TOP + kinds.size() * ROW + 46,
            "How far fixed books fall behind with age and on other text",
            description());
    frame.ruleX(svg, 6, "median points behind own Huffman");
    for (int i = 0; i < kinds.size(); i++) {
      row(svg, kinds.get(i), TOP + i * ROW + ROW / 2.0);
    }
    List<Frame.Key> keys = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      keys.add(new Frame.Key(STYLES.get(i), conditions.get(i)));
    }
    // Two short rows: four conditions do not fit one.
    int half = Math.min(2, keys.size());
    Frame.legend(svg, LEGEND, 14, keys.subList(0, half));
    Frame.legend(svg, LEGEND, 32, keys.subList(half, keys.size()));
    return svg.finish();
  }

  private void row(Svg svg, String kind, double y) {
    List<DriftPoint> own =
        points.stream().filter(point -> point.group().kind().equals(kind)).toList();
    double[] span = own.stream().mapToDouble(point -> point.gap().median()).sorted().toArray();
    svg.text(LEFT - 8, y + 4, Anchor.END, "row", vail.cli.Units.clipped(kind, 18));
    svg.line(frame.x().at(span[0]), y, frame.x().at(span[span.length - 1]), y, "span");
    for (DriftPoint point : own) {
      int style = conditions.indexOf(point.condition());
      if (style >= 0) {
        svg.circle(frame.x().at(point.gap().median()), y, 5, "fill edge " + STYLES.get(style));
      }
    }
  }

  private String description() {
    StringBuilder text = new StringBuilder("Median points behind each shard's own Huffman code.");
    for (DriftPoint point : points) {
      text.append(' ').append(point.group().kind()).append(", ").append(point.condition());
      text.append(": ").append(Figures.two(point.gap().median())).append(';');
    }
    return text.toString();
  }
}
