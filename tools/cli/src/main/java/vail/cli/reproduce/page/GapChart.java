package vail.cli.reproduce.page;

import static vail.cli.page.Svg.number;

import java.util.Comparator;
import java.util.List;
import vail.cli.page.Axis;
import vail.cli.page.Frame;
import vail.cli.page.Svg;
import vail.cli.page.Svg.Anchor;
import vail.cli.reproduce.Figures;
import vail.cli.reproduce.measure.Measurement;
import vail.cli.reproduce.measure.Scheme;
import vail.cli.reproduce.measure.ShardName;
import vail.cli.reproduce.measure.ShardResult;
import vail.cli.reproduce.measure.Spread;
import vail.cli.reproduce.measure.Verdict;

/** How far each shard's fixed book stays behind, a column of points for each tensor. */
final class GapChart {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 330;

  /** From so many shards on, small dots show more. */
  private static final int MANY = 200;

  private final Measurement measured;
  private final List<ShardName> columns;
  private final Frame frame;

  private GapChart(Measurement measured) {
    this.measured = measured;
    this.columns =
        measured.shards().stream()
            .map(ShardResult::name)
            .filter(name -> name.index() == 0)
            .sorted(Comparator.comparingInt((ShardName name) -> name.layer().orElse(-1)))
            .toList();
    double most = measured.gap(Scheme.FIXED, Scheme.SHANNON).orElseThrow().worst();
    frame =
        new Frame(
            new Axis(0, columns.size(), 48, WIDTH - 10),
            new Axis(0, Math.max(1.2, most * 1.12), HEIGHT - 48, 34));
  }

  /** The picture of a group that has a fixed book. */
  static String of(String id, Measurement measured) {
    return new GapChart(measured).draw(id);
  }

  private String draw(String id) {
    Spread worst = measured.gap(Scheme.FIXED, Scheme.SHANNON).orElseThrow();
    Svg svg =
        new Svg(
            id,
            WIDTH,
            HEIGHT,
            "Points of raw size that the fixed book loses on each shard",
            "A column for each layer, two points for each shard: behind its own Huffman code and"
                + " behind Shannon's bound. The worst is %s points behind Shannon in %s."
                    .formatted(Figures.two(worst.worst()), worst.worstShard()));
    frame.ruleY(svg, 6, "points of raw size").nameX(svg, "layer");
    columns(svg);
    points(svg, Scheme.SHANNON, "shannon");
    points(svg, Scheme.HUFFMAN, "fixed");
    limit(svg, Verdict.SHANNON_LIMIT, "shannon", "claim: median at most 1.0 behind Shannon");
    limit(svg, Verdict.HUFFMAN_LIMIT, "fixed", "claim: median at most 0.5 behind own Huffman");
    worst(svg, worst);
    Frame.legend(
        svg,
        frame.x().start(),
        20,
        List.of(
            new Frame.Key("fixed", "behind own Huffman"),
            new Frame.Key("shannon", "behind Shannon")));
    return svg.finish();
  }

  private void columns(Svg svg) {
    int every = Math.ceilDiv(columns.size(), 24);
    for (int i = 0; i < columns.size(); i += every) {
      var layer = columns.get(i).layer();
      String label = layer.isPresent() ? Integer.toString(layer.getAsInt()) : "";
      svg.text(frame.x().at(i + 0.5), frame.y().start() + 16, Anchor.MIDDLE, "tick", label);
    }
  }

  private void points(Svg svg, Scheme own, String style) {
    StringBuilder d = new StringBuilder();
    for (ShardResult shard : measured.shards()) {
      double gap = measured.gap(shard, Scheme.FIXED, own);
      d.append('M')
          .append(number(x(shard.name())))
          .append(' ')
          .append(number(frame.y().clamped(gap)))
          .append("h0");
    }
    svg.path(d.toString(), (measured.shards().size() < MANY ? "large " : "") + "dots " + style);
  }

  /** Shards of a tensor stand side by side in the middle four fifths of its column. */
  private double x(ShardName shard) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).tensor().equals(shard.tensor())) {
        long shards = shardsOf(shard);
        return frame.x().at(i + 0.1 + 0.8 * (shard.index() + 0.5) / shards);
      }
    }
    throw new IllegalArgumentException("no column for " + shard);
  }

  private long shardsOf(ShardName shard) {
    return measured.shards().stream()
        .filter(other -> other.name().tensor().equals(shard.tensor()))
        .count();
  }

  private void limit(Svg svg, double limit, String style, String words) {
    double y = frame.y().at(limit);
    svg.line(frame.x().start(), y, frame.x().end(), y, "limit " + style);
    svg.text(frame.x().start() + 4, y - 5, Anchor.START, "note ink-" + style, words);
  }

  private void worst(Svg svg, Spread worst) {
    double x = x(worst.worstShard());
    double y = frame.y().clamped(worst.worst());
    svg.circle(x, y, 6, "ring");
    boolean left = x > (frame.x().start() + frame.x().end()) / 2;
    svg.text(
        left ? x - 10 : x + 10,
        y + 4,
        left ? Anchor.END : Anchor.START,
        "note",
        "worst: " + Figures.two(worst.worst()));
  }
}
