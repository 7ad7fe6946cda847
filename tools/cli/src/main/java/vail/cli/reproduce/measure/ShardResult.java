package vail.cli.reproduce.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one shard takes.
 *
 * @param name which shard
 * @param symbols how many it has
 * @param bits of the coded symbols, for each way of coding that there is for this shard
 * @param divergence from the average of all shards measured with it, in bits a symbol
 * @param earlierDivergence from the average its fixed book was made of, if there is one
 */
public record ShardResult(
    ShardName name,
    long symbols,
    Map<Scheme, Double> bits,
    double divergence,
    OptionalDouble earlierDivergence) {
  /** Takes a copy of the bits. */
  public ShardResult {
    bits = Collections.unmodifiableMap(new EnumMap<>(bits));
  }
}
