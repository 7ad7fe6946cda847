package vail.cli.reproduce.measure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vail.cli.reproduce.grid.ShardedTensor;
import vail.code.Codebook;
import vail.code.DualLengthCode;
import vail.code.QuadLengthCode;

/** Makes the ways of coding a group from what was known before the measured step. */
final class CoderFactory {
  private final Averages averages;
  private final BookSource books;

  CoderFactory(Averages averages, BookSource books) {
    this.averages = averages;
    this.books = books;
  }

  /** All ways of coding the tensors of a group. */
  Coders of(Group group, List<ShardedTensor> tensors) {
    Shelf shelf = new Shelf();
    List<Average> known = averages.of(group);
    if (!known.isEmpty()) {
      Average newest = known.getLast();
      shelf.put(Scheme.FIXED, newest.step(), BookSource.train(newest.counts()));
      shelf.put(Scheme.DUAL, newest.step(), DualLengthCode.of(newest.counts()));
      shelf.put(
          Scheme.QUAD,
          newest.step(),
          QuadLengthCode.of(newest.counts(), QuadLengthCode.HYPOTHESIS));
    }
    if (known.size() > 1) {
      Average oldest = known.getFirst();
      shelf.put(Scheme.FIXED_OLD, oldest.step(), BookSource.train(oldest.counts()));
    }
    books
        .forAllKinds(group)
        .ifPresent(all -> shelf.put(Scheme.GLOBAL, all.step(), BookSource.train(all.counts())));
    books
        .clusterStep(group.profile())
        .ifPresent(step -> shelf.put(Scheme.BEST, step, books.best(group.profile())));
    books.shipped(group.profile()).ifPresent(all -> shelf.forAll.put(Scheme.SHIPPED, all));
    layers(group, tensors, shelf);
    return shelf.coders(known.isEmpty() ? Optional.empty() : Optional.of(known.getLast()));
  }

  /** A book of one average beside each shard's own Huffman code. */
  Coders of(Average average) {
    Shelf shelf = new Shelf();
    shelf.put(Scheme.FIXED, average.step(), BookSource.train(average.counts()));
    return shelf.coders(Optional.of(average));
  }

  private void layers(Group group, List<ShardedTensor> tensors, Shelf shelf) {
    tensors.stream()
        .map(ShardedTensor::layer)
        .flatMapToInt(OptionalInt::stream)
        .distinct()
        .forEach(layer ->
            averages
                .ofLayer(group, layer)
                .ifPresent(average -> {
                  shelf.byLayer.put(layer, BookSource.train(average.counts())::cost);
                  shelf.steps.put(Scheme.LAYER, average.step());
                }));
  }

  /** Ways of coding as they are found. */
  private static final class Shelf {
    private final Map<Scheme, Coder> forAll = new EnumMap<>(Scheme.class);
    private final Map<Integer, Coder> byLayer = new HashMap<>();
    private final Map<Scheme, Long> steps = new EnumMap<>(Scheme.class);

    Shelf() {
      forAll.put(Scheme.SHANNON, Coder.shannon());
      forAll.put(Scheme.HUFFMAN, OwnHuffman::bits);
      forAll.put(
          Scheme.HUFFMAN_SENT, shard -> OwnHuffman.bits(shard) + OwnHuffman.tableBits(shard));
    }

    void put(Scheme scheme, long step, Codebook book) {
      put(scheme, step, book::cost);
    }

    void put(Scheme scheme, long step, Coder coder) {
      forAll.put(scheme, coder);
      steps.put(scheme, step);
    }

    Coders coders(Optional<Average> reference) {
      return new Coders(forAll, byLayer, steps, reference);
    }
  }
}
