package vail.cli.reproduce.measure;

import java.util.OptionalInt;

/**
 * Which shard of which tensor.
 *
 * @param tensor as named in its file
 * @param layer of the model, if the tensor has one
 * @param index from 0 along the shard axis
 */
public record ShardName(String tensor, OptionalInt layer, int index) {
  @Override
  public String toString() {
    return tensor + " shard " + index;
  }
}
