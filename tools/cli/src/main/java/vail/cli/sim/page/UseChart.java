package vail.cli.sim.page;

import static vail.cli.page.Svg.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vail.cli.page.Axis;
import vail.cli.page.Frame;
import vail.cli.page.Svg;
import vail.sim.event.Outcome;
import vail.sim.net.Topology;

/** How busy links were: for each codec a line over all links, the busiest first. */
public final class UseChart {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 250;
  private static final int MOST_STEPS = 200;

  /**
   * The links of a run.
   *
   * @param codec of the run
   * @param shares of the time that each was busy, 0 to 1, descending
   * @param bytes that the busiest carried
   */
  public record Line(String codec, List<Double> shares, long bytes) {
    /** Takes a copy. */
    public Line {
      shares = List.copyOf(shares);
    }

    /** What a run's links did. */
    public static Line of(String codec, Outcome outcome) {
      List<Double> shares = new ArrayList<>();
      long bytes = 0;
      for (int link = 0; link < outcome.links(); link++) {
        if (outcome.neighbour(link) != Topology.NOWHERE) {
          shares.add(outcome.time() == 0 ? 0 : (double) outcome.linkBusy(link) / outcome.time());
          bytes = Math.max(bytes, outcome.linkBytes(link));
        }
      }
      shares.sort(Comparator.reverseOrder());
      return new Line(codec, shares, bytes);
    }

    /** The share of the link at so large a part of the row; 0 without links. */
    public double at(double part) {
      return shares.isEmpty()
          ? 0
          : shares.get((int) Math.min(shares.size() - 1, part * shares.size()));
    }
  }

  private UseChart() {}

  /** The picture. */
  public static String of(String id, List<Line> lines) {
    int links = lines.stream().mapToInt(line -> line.shares().size()).max().orElse(0);
    Svg svg =
        new Svg(
            id,
            WIDTH,
            HEIGHT,
            "How busy links were",
            "A line for each codec over all " + links + " links, the busiest first.");
    Frame frame =
        new Frame(
            new Axis(0, Math.max(1, links), 52, WIDTH - 14), new Axis(0, 100, HEIGHT - 48, 34));
    frame.ruleY(svg, 5, "percent of the time busy").nameX(svg, "links, the busiest first");
    for (double tick : new double[] {1, Math.max(2, links)}) {
      svg.text(frame.x().at(tick) - 2, HEIGHT - 32, Svg.Anchor.MIDDLE, "tick", Axis.label(tick));
    }
    Frame.legend(
        svg,
        52,
        20,
        lines.stream().map(line -> new Frame.Key(line.codec(), line.codec())).toList());
    for (Line line : lines) {
      svg.path(path(line, frame), "use " + line.codec());
    }
    return svg.finish();
  }

  private static String path(Line line, Frame frame) {
    int count = line.shares().size();
    int steps = Math.min(count, MOST_STEPS);
    StringBuilder path = new StringBuilder();
    for (int step = 0; step < steps; step++) {
      double y = frame.y().clamped(100 * line.at((step + 0.5) / steps));
      path.append(step == 0 ? "M" : "L");
      path.append(number(frame.x().at((double) count * step / steps)))
          .append(' ')
          .append(number(y));
      path.append('H').append(number(frame.x().at((double) count * (step + 1) / steps)));
    }
    return path.isEmpty() ? "M0 0" : path.toString();
  }
}
