package vail.cli.reproduce.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vail.code.Histogram;

/**
 * One tensor as the histograms of its shards.
 *
 * @param name as in the file
 * @param kind what the tensor is in the model, e.g. {@code ffn1_act}
 * @param layer of the model, if it has one
 * @param profile how its values became symbols
 * @param shardValues values a shard holds (the last may hold fewer)
 * @param shards their histograms, in order along the shard axis
 */
public record ShardedTensor(
    String name,
    String kind,
    OptionalInt layer,
    Profile profile,
    long shardValues,
    List<Histogram> shards) {
  /** Takes a copy of the shards. */
  public ShardedTensor {
    shards = List.copyOf(shards);
  }

  /** The histogram of the whole tensor. */
  public Histogram total() {
    Histogram total = new Histogram();
    shards.forEach(total::add);
    return total;
  }

  /**
   * This tensor with neighbours joined until a shard holds at least so many values: small shards
   * say more about chance than about their tensor.
   */
  public ShardedTensor joined(long leastValues) {
    int together = 1;
    while (together < shards.size() && together * shardValues < leastValues) {
      together *= 2;
    }
    if (together == 1) {
      return this;
    }
    List<Histogram> joined = new ArrayList<>();
    for (int at = 0; at < shards.size(); at += together) {
      Histogram sum = new Histogram();
      shards.subList(at, Math.min(at + together, shards.size())).forEach(sum::add);
      joined.add(sum);
    }
    return new ShardedTensor(name, kind, layer, profile, together * shardValues, joined);
  }
}
