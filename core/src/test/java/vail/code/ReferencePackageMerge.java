package vail.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Package-merge as C-14 tells it, with every item holding the leaves in it. */
final class ReferencePackageMerge {
  private ReferencePackageMerge() {}

  /** The leaves by their index, each as often as it is in the item. */
  private record Item(long weight, List<Integer> leaves) {
    Item with(Item other) {
      return new Item(
          weight + other.weight, Stream.concat(leaves.stream(), other.leaves.stream()).toList());
    }
  }

  /** The lengths, ascending. */
  static int[] lengths(long[] weights, int limit) {
    int n = weights.length;
    long[] sorted = weights.clone();
    Arrays.sort(sorted);
    List<Item> leaves =
        IntStream.range(0, n).mapToObj(i -> new Item(sorted[i], List.of(i))).toList();
    List<Item> list = List.of();
    for (int level = 1; level <= limit; level++) {
      list = merge(leaves, pairs(list));
    }
    int[] lengths = new int[n];
    for (Item item : list.subList(0, 2 * n - 2)) {
      item.leaves().forEach(leaf -> lengths[leaf]++);
    }
    Arrays.sort(lengths);
    return lengths;
  }

  private static List<Item> pairs(List<Item> list) {
    List<Item> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < list.size(); i += 2) {
      pairs.add(list.get(i).with(list.get(i + 1)));
    }
    return pairs;
  }

  private static List<Item> merge(List<Item> leaves, List<Item> packages) {
    List<Item> merged = new ArrayList<>();
    int taken = 0;
    for (Item leaf : leaves) {
      while (taken < packages.size() && packages.get(taken).weight() < leaf.weight()) {
        merged.add(packages.get(taken++));
      }
      merged.add(leaf);
    }
    merged.addAll(packages.subList(taken, packages.size()));
    return merged;
  }
}
