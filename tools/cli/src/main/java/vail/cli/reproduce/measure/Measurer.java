package vail.cli.reproduce.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import vail.cli.reproduce.grid.ShardedTensor;
import vail.code.Histogram;

/** Codes the shards of a group in all ways. */
final class Measurer {
  private Measurer() {}

  /** Measures tensors of one group, of which there is one or more. */
  static Measurement measure(Group group, List<ShardedTensor> tensors, Coders coders) {
    Histogram average = new Histogram();
    tensors.forEach(tensor -> average.add(tensor.total()));
    List<ShardResult> results = new ArrayList<>();
    for (ShardedTensor tensor : tensors) {
      Map<Scheme, Coder> ways = coders.of(tensor.layer());
      for (int i = 0; i < tensor.shards().size(); i++) {
        ShardName name = new ShardName(tensor.name(), tensor.layer(), i);
        results.add(result(name, tensor.shards().get(i), ways, average, coders));
      }
    }
    return new Measurement(group, coders.bookSteps(), results, average);
  }

  private static ShardResult result(
      ShardName name, Histogram shard, Map<Scheme, Coder> ways, Histogram average, Coders coders) {
    Map<Scheme, Double> bits = new EnumMap<>(Scheme.class);
    ways.forEach((scheme, coder) -> bits.put(scheme, coder.bits(shard)));
    return new ShardResult(
        name,
        shard.total(),
        bits,
        Divergence.bits(shard, average),
        coders
            .reference()
            .map(earlier -> OptionalDouble.of(Divergence.bits(shard, earlier.counts())))
            .orElse(OptionalDouble.empty()));
  }
}
