package vail.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Training as C-13 to C-17 tell it. */
final class ReferenceTrainer {
  private ReferenceTrainer() {}

  private record Item(int symbol, long weight) {}

  private record Candidate(long cost, List<Integer> lengths) {}

  static List<Integer> lengths(Histogram counts, BookClass bookClass, int limit) {
    List<Item> seen =
        IntStream.range(0, 256)
            .mapToObj(symbol -> new Item(symbol, counts.count(symbol)))
            .filter(item -> item.weight() > 0)
            .sorted(heaviestFirst())
            .toList();
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 1; k <= Math.min(seen.size(), 255); k++) {
      long others = seen.stream().skip(k).mapToLong(Item::weight).sum();
      List<Item> items = new ArrayList<>(seen.subList(0, k));
      items.add(new Item(256, others + 1));
      candidates.add(candidate(items, 8 * (others + 1), limit));
    }
    if (seen.isEmpty()) {
      candidates.add(candidate(List.of(new Item(0, 1), new Item(256, 1)), 0, limit));
    } else if (bookClass == BookClass.LONG && limit >= 9) {
      candidates.add(
          candidate(
              IntStream.range(0, 256)
                  .mapToObj(symbol -> new Item(symbol, Math.max(counts.count(symbol), 1)))
                  .toList(),
              0,
              limit));
    }
    return candidates.stream()
        .min(Comparator.comparingLong(Candidate::cost))
        .map(Candidate::lengths)
        .orElseThrow();
  }

  private static Comparator<Item> heaviestFirst() {
    return Comparator.comparingLong(Item::weight).reversed().thenComparingInt(Item::symbol);
  }

  private static Candidate candidate(List<Item> items, long literalBits, int limit) {
    long[] weights = items.stream().mapToLong(Item::weight).toArray();
    int[] ascending = ReferencePackageMerge.lengths(weights, limit);
    List<Item> sorted = items.stream().sorted(heaviestFirst()).toList();
    Integer[] lengths = new Integer[257];
    Arrays.fill(lengths, 0);
    long cost = literalBits;
    for (int i = 0; i < ascending.length; i++) {
      lengths[sorted.get(i).symbol()] = ascending[i];
      cost += sorted.get(i).weight() * ascending[i];
    }
    return new Candidate(cost, List.of(lengths));
  }
}
