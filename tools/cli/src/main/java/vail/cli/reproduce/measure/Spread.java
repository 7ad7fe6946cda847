package vail.cli.reproduce.measure;

import java.util.Comparator;
import java.util.List;

/**
 * A quantity over shards, of which the largest is the worst.
 *
 * @param median of all
 * @param worst the largest
 * @param worstShard where it was found
 * @param shards how many
 */
public record Spread(double median, double worst, ShardName worstShard, int shards) {
  /**
   * A shard and its value.
   *
   * @param shard which
   * @param value the quantity
   */
  public record Point(ShardName shard, double value) {}

  /**
   * The spread of one point a shard.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Spread of(List<Point> points) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("no shard has no spread");
    }
    List<Point> sorted = points.stream().sorted(Comparator.comparingDouble(Point::value)).toList();
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2).value() + sorted.get(size / 2).value()) / 2;
    Point worst = sorted.getLast();
    return new Spread(median, worst.value(), worst.shard(), size);
  }
}
