package vail.cli.reproduce.measure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vail.cli.reproduce.grid.ShardedTensor;
import vail.code.CodebookTrainer;
import vail.code.Histogram;
import vail.code.LengthLimit;

/** Makes the fixed books of a group from what was known before the measured step. */
final class CoderFactory {
  private final Averages averages;

  CoderFactory(Averages averages) {
    this.averages = averages;
  }

  /** All ways of coding the tensors of a group. */
  Coders of(Group group, List<ShardedTensor> tensors) {
    Map<Scheme, Coder> coders = new EnumMap<>(Scheme.class);
    Map<Scheme, Long> steps = new EnumMap<>(Scheme.class);
    coders.put(Scheme.SHANNON, Coder.shannon());
    coders.put(Scheme.HUFFMAN, OwnHuffman::bits);
    coders.put(Scheme.HUFFMAN_SENT, shard -> OwnHuffman.bits(shard) + OwnHuffman.tableBits(shard));
    List<Average> known = averages.of(group);
    if (!known.isEmpty()) {
      put(coders, steps, Scheme.FIXED, known.getLast());
    }
    if (known.size() > 1) {
      put(coders, steps, Scheme.FIXED_OLD, known.getFirst());
    }
    averages
        .ofAll(averages.groupsLike(group))
        .ifPresent(all -> put(coders, steps, Scheme.GLOBAL, all));
    Map<Integer, Coder> layers = layers(group, tensors, steps);
    return new Coders(
        coders, layers, steps, known.isEmpty() ? Optional.empty() : Optional.of(known.getLast()));
  }

  /** A book of one average beside each shard's own Huffman code. */
  Coders of(Average average) {
    Map<Scheme, Coder> coders = new EnumMap<>(Scheme.class);
    Map<Scheme, Long> steps = new EnumMap<>(Scheme.class);
    coders.put(Scheme.HUFFMAN, OwnHuffman::bits);
    put(coders, steps, Scheme.FIXED, average);
    return new Coders(coders, Map.of(), steps, Optional.of(average));
  }

  private static void put(
      Map<Scheme, Coder> coders, Map<Scheme, Long> steps, Scheme scheme, Average average) {
    coders.put(scheme, book(average.counts()));
    steps.put(scheme, average.step());
  }

  private Map<Integer, Coder> layers(
      Group group, List<ShardedTensor> tensors, Map<Scheme, Long> steps) {
    Map<Integer, Coder> coders = new HashMap<>();
    tensors.stream()
        .map(ShardedTensor::layer)
        .flatMapToInt(OptionalInt::stream)
        .distinct()
        .forEach(
            layer ->
                averages
                    .ofLayer(group, layer)
                    .ifPresent(
                        average -> {
                          coders.put(layer, book(average.counts()));
                          steps.put(Scheme.LAYER, average.step());
                        }));
    return coders;
  }

  private static Coder book(Histogram counts) {
    var book = CodebookTrainer.train(counts, LengthLimit.LONG);
    return shard -> book.cost(shard);
  }
}
