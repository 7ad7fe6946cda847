package vail.cli.reproduce.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import vail.code.Histogram;

/**
 * All shards of a group, coded in all ways there are.
 *
 * @param group what they have in common
 * @param bookSteps for each way of coding with books, the step its books come from
 * @param shards their results
 * @param average the sum of their histograms
 */
public record Measurement(
    Group group, Map<Scheme, Long> bookSteps, List<ShardResult> shards, Histogram average) {
  /** Takes copies. */
  public Measurement {
    EnumMap<Scheme, Long> steps = new EnumMap<>(Scheme.class);
    steps.putAll(bookSteps);
    bookSteps = Collections.unmodifiableMap(steps);
    shards = List.copyOf(shards);
  }

  /** Groups of one profile as one; a way of coding counts where all of them have it. */
  public static Measurement pooled(String kind, List<Measurement> parts) {
    Histogram average = new Histogram();
    parts.forEach(part -> average.add(part.average()));
    return new Measurement(
        new Group(kind, parts.getFirst().group().profile()),
        parts.getFirst().bookSteps(),
        parts.stream().flatMap(part -> part.shards().stream()).toList(),
        average);
  }

  /** The step the books of a scheme come from. */
  public OptionalLong bookStep(Scheme scheme) {
    Long step = bookSteps.get(scheme);
    return step == null ? OptionalLong.empty() : OptionalLong.of(step);
  }

  /** Percent of raw size that a scheme saves over all shards; empty unless it codes them all. */
  public OptionalDouble saved(Scheme scheme) {
    double bits = 0;
    long symbols = 0;
    for (ShardResult shard : shards) {
      Double own = shard.bits().get(scheme);
      if (own == null) {
        return OptionalDouble.empty();
      }
      bits += own;
      symbols += shard.symbols();
    }
    return OptionalDouble.of(100 * group.profile().saved(bits, symbols));
  }

  /** Points of raw size by which a scheme saves less than another, over the shards both code. */
  public Optional<Spread> gap(Scheme fixed, Scheme own) {
    return spread(
        shards.stream()
            .filter(shard -> shard.bits().containsKey(fixed) && shard.bits().containsKey(own))
            .map(shard -> new Spread.Point(shard.name(), gap(shard, fixed, own)))
            .toList());
  }

  /** The same of one shard, which both code. */
  public double gap(ShardResult shard, Scheme fixed, Scheme own) {
    return savedPercent(shard, own) - savedPercent(shard, fixed);
  }

  /** Percent of raw size that a scheme saves on a shard that it codes. */
  public double savedPercent(ShardResult shard, Scheme scheme) {
    Double bits = shard.bits().get(scheme);
    if (bits == null) {
      throw new IllegalArgumentException(scheme + " does not code " + shard.name());
    }
    return 100 * group.profile().saved(bits, shard.symbols());
  }

  /** Divergence of the shards from their average, in bits a symbol. */
  public Optional<Spread> divergence() {
    return spread(
        shards.stream().map(shard -> new Spread.Point(shard.name(), shard.divergence())).toList());
  }

  /** Divergence of the shards from what the newest book was made of, in bits a symbol. */
  public Optional<Spread> earlierDivergence() {
    return spread(
        shards.stream()
            .filter(shard -> shard.earlierDivergence().isPresent())
            .map(shard -> new Spread.Point(shard.name(), shard.earlierDivergence().getAsDouble()))
            .toList());
  }

  /** Points of raw size by which Shannon's bound of a shard is too good on average, by chance. */
  public double samplingNoise() {
    double bits =
        shards.stream()
            .mapToDouble(shard -> Divergence.samplingNoise(average, shard.symbols()))
            .average()
            .orElse(0);
    return bits * group.profile().pointsPerBit();
  }

  /** Symbols of the smallest shard. */
  public long leastSymbols() {
    return shards.stream().mapToLong(ShardResult::symbols).min().orElse(0);
  }

  /** Layers of the model that the shards come from. */
  public long layers() {
    return shards.stream().map(shard -> shard.name().layer()).distinct().count();
  }

  private static Optional<Spread> spread(List<Spread.Point> points) {
    return points.isEmpty() ? Optional.empty() : Optional.of(Spread.of(points));
  }
}
