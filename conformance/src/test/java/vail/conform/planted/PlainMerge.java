package vail.conform.planted;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Package-merge (C-14). */
record PlainMerge(Plant plant) {
  /** A list: what its items weigh, and which of them are leaves. */
  @SuppressWarnings("ArrayRecordComponent") // seen by nobody else
  private record Row(long[] weights, boolean[] leaves) {}

  /**
   * Lengths of codes, ascending.
   *
   * @param heaviest weights in descending order
   */
  int[] lengths(long[] heaviest, int limit) {
    int items = heaviest.length;
    long[] leaves = IntStream.range(0, items).mapToLong(i -> heaviest[items - 1 - i]).toArray();
    boolean[] all = new boolean[items];
    Arrays.fill(all, true);
    Row[] rows = new Row[limit - (plant.has(TrainerBug.ONE_LIST_FEWER) ? 1 : 0)];
    rows[0] = new Row(leaves, all);
    for (int i = 1; i < rows.length; i++) {
      rows[i] = merge(leaves, rows[i - 1].weights);
    }
    int[] counted = new int[items];
    int counts = 2 * items - 2;
    for (int i = rows.length - 1; i >= 0; i--) {
      int leaf = 0;
      for (int j = 0; j < Math.min(counts, rows[i].leaves.length); j++) {
        if (rows[i].leaves[j]) {
          counted[leaf++]++;
        }
      }
      counts = 2 * (counts - leaf);
    }
    Arrays.sort(counted);
    return counted;
  }

  private Row merge(long[] leaves, long[] before) {
    int packages = before.length / 2;
    long[] weights = new long[leaves.length + packages];
    boolean[] isLeaf = new boolean[weights.length];
    boolean leavesFirst = !plant.has(TrainerBug.PACKAGE_FIRST);
    int leaf = 0;
    int pair = 0;
    for (int i = 0; i < weights.length; i++) {
      long next = pair < packages ? before[2 * pair] + before[2 * pair + 1] : Long.MAX_VALUE;
      isLeaf[i] =
          leaf < leaves.length && (leaves[leaf] < next || leaves[leaf] == next && leavesFirst);
      weights[i] = isLeaf[i] ? leaves[leaf++] : next;
      pair += isLeaf[i] ? 0 : 1;
    }
    return new Row(weights, isLeaf);
  }
}
