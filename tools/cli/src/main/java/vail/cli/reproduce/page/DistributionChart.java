package vail.cli.reproduce.page;

import static vail.cli.page.Svg.number;

import java.util.List;
import vail.cli.page.Axis;
import vail.cli.page.Frame;
import vail.cli.page.Svg;
import vail.cli.reproduce.Figures;
import vail.code.Histogram;

/** How the symbols of shards are distributed: a thin line a shard, their average over them. */
final class DistributionChart {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 330;

  /** More lines than this are a blot. */
  private static final int MOST_LINES = 96;

  /** The picture leaves out what is rarer at both ends. */
  private static final double RARE = 2e-4;

  /** Percent at which the vertical axis is ruled. */
  private static final double[] RULED = {0, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 50, 75, 100};

  private final List<Histogram> shards;
  private final Histogram average = new Histogram();
  private final Frame frame;

  private DistributionChart(List<Histogram> all) {
    shards = thinned(all);
    all.forEach(average::add);
    int first = 0;
    int last = 255;
    while (first < last - 8 && share(average, first) < RARE) {
      first++;
    }
    while (last > first + 8 && share(average, last) < RARE) {
      last--;
    }
    double most = 0;
    for (Histogram shard : shards) {
      for (int symbol = first; symbol <= last; symbol++) {
        most = Math.max(most, share(shard, symbol));
      }
    }
    frame =
        new Frame(
            new Axis(first, last, 58, WIDTH - 10),
            new Axis(0, root(Math.max(most, 0.001)), HEIGHT - 48, 34));
  }

  /**
   * The picture.
   *
   * @param shards one or more
   * @param symbols what the symbols are, for the axis
   */
  static String of(String id, String title, String symbols, List<Histogram> shards) {
    return new DistributionChart(shards).draw(id, title, symbols, shards.size());
  }

  private String draw(String id, String title, String symbols, int all) {
    String shown =
        shards.size() == all
            ? Figures.count(all) + " shards"
            : shards.size() + " of " + Figures.count(all) + " shards";
    Svg svg =
        new Svg(
            id,
            WIDTH,
            HEIGHT,
            title,
            "Frequency in percent over " + symbols + ", for " + shown + " and their average.");
    rule(svg, symbols);
    shards.forEach(shard -> svg.path(line(shard), "shard"));
    svg.path(line(average), "average");
    Frame.legend(
        svg,
        frame.x().start(),
        20,
        List.of(new Frame.Key("fixed", "average"), new Frame.Key("huffman", shown)));
    return svg.finish();
  }

  /** Few symbols are frequent and many rare: the root of the frequency shows both. */
  private static double root(double share) {
    return Math.sqrt(share);
  }

  private void rule(Svg svg, String symbols) {
    frame.ruleX(svg, 8, symbols);
    double free = Double.MAX_VALUE;
    for (double percent : RULED) {
      double y = frame.y().at(root(percent / 100));
      if (y > frame.y().end() && free - y > 13) {
        svg.line(frame.x().start(), y, frame.x().end(), y, percent == 0 ? "axis" : "grid");
        svg.text(frame.x().start() - 6, y + 4, Svg.Anchor.END, "tick", Axis.label(percent));
        free = y;
      }
    }
    svg.upwards(14, (frame.y().start() + frame.y().end()) / 2, "name", "frequency, % (root scale)");
  }

  private String line(Histogram histogram) {
    StringBuilder d = new StringBuilder();
    double lastX = 0;
    double lastY = 0;
    for (int symbol = (int) frame.x().least(); symbol <= frame.x().most(); symbol++) {
      // Rounded before the difference is taken, so that rounding does not add up along the line.
      double x = Math.round(frame.x().at(symbol) * 10) / 10.0;
      double y = Math.round(frame.y().at(root(share(histogram, symbol))) * 10) / 10.0;
      d.append(d.isEmpty() ? "M" : "l").append(number(x - lastX)).append(' ');
      d.append(number(y - lastY));
      lastX = x;
      lastY = y;
    }
    return d.toString();
  }

  private static double share(Histogram histogram, int symbol) {
    return histogram.total() == 0 ? 0 : (double) histogram.count(symbol) / histogram.total();
  }

  private static List<Histogram> thinned(List<Histogram> all) {
    int step = Math.ceilDiv(all.size(), MOST_LINES);
    return java.util.stream.IntStream.range(0, all.size())
        .filter(i -> i % step == 0)
        .mapToObj(all::get)
        .toList();
  }
}
