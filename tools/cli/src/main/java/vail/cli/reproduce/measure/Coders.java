package vail.cli.reproduce.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The ways of coding that there are for a group.
 *
 * @param forAll those that code every shard
 * @param forLayer books for one layer each
 * @param bookSteps the steps that the books of a scheme come from
 * @param reference the average the newest book was made of; shards are compared with it
 */
record Coders(
    Map<Scheme, Coder> forAll,
    Map<Integer, Coder> forLayer,
    Map<Scheme, Long> bookSteps,
    Optional<Average> reference) {
  /** The ways of coding the shards of a layer. */
  Map<Scheme, Coder> of(OptionalInt layer) {
    Map<Scheme, Coder> coders = new EnumMap<>(forAll);
    if (layer.isPresent() && forLayer.containsKey(layer.getAsInt())) {
      coders.put(Scheme.LAYER, forLayer.get(layer.getAsInt()));
    }
    return coders;
  }
}
