package vail.code;

/**
 * Code lengths of least cost under a limit (C-14), by Larmore and Hirschberg's package-merge ("A
 * fast algorithm for optimal length-limited Huffman codes", 1990).
 *
 * <p>Each of the L lists holds the leaves in ascending order, merged with the pairs of the list
 * before. What is taken from a list is always a prefix of it, so neither sets nor trees are kept:
 * only, for every prefix, how many of its items are leaves.
 */
final class PackageMerge {
  private PackageMerge() {}

  /**
   * The lengths in ascending order, so that they fit the weights where these stand.
   *
   * @param weights 2 or more, positive and in descending order, at most 2^56 in all: sums of
   *     packages then stay below 15·2^56
   * @param limit longest code in bits; there must not be more weights than 2^limit
   */
  static int[] lengths(long[] weights, int limit) {
    int n = weights.length;
    if (n < 2 || n > 1 << limit) {
      throw new IllegalArgumentException(n + " weights have no code of 1 to " + limit + " bits");
    }
    long[] leaves = ascending(weights);
    int[][] leavesInPrefix = new int[limit][];
    long[] list = new long[0];
    for (int level = 0; level < limit; level++) {
      long[] packages = pairs(list);
      list = new long[n + packages.length];
      leavesInPrefix[level] = merge(leaves, packages, list);
    }
    return countFromTheLast(leavesInPrefix, n);
  }

  private static long[] ascending(long[] descending) {
    long[] ascending = new long[descending.length];
    for (int i = 0; i < ascending.length; i++) {
      ascending[i] = descending[descending.length - 1 - i];
    }
    return ascending;
  }

  /** The sums of neighbours; an odd last item is dropped. */
  private static long[] pairs(long[] list) {
    long[] pairs = new long[list.length / 2];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = list[2 * i] + list[2 * i + 1];
    }
    return pairs;
  }

  /** Merges into a list, on equal weight a leaf first; returns the leaves in each prefix of it. */
  private static int[] merge(long[] leaves, long[] packages, long[] list) {
    int[] leavesInPrefix = new int[list.length + 1];
    int leaf = 0;
    for (int i = 0; i < list.length; i++) {
      int other = i - leaf;
      boolean takesLeaf =
          other == packages.length || leaf < leaves.length && leaves[leaf] <= packages[other];
      list[i] = takesLeaf ? leaves[leaf] : packages[other];
      leaf += takesLeaf ? 1 : 0;
      leavesInPrefix[i + 1] = leaf;
    }
    return leavesInPrefix;
  }

  /** A leaf is as long as the number of lists it was taken from; the lightest are taken first. */
  private static int[] countFromTheLast(int[][] leavesInPrefix, int n) {
    int[] lengths = new int[n];
    int taken = 2 * n - 2;
    for (int level = leavesInPrefix.length - 1; level >= 0; level--) {
      int leaves = leavesInPrefix[level][taken];
      for (int i = 0; i < leaves; i++) {
        lengths[n - 1 - i]++;
      }
      taken = 2 * (taken - leaves);
    }
    return lengths;
  }
}
