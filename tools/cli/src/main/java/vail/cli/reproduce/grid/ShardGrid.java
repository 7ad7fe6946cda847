package vail.cli.reproduce.grid;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import vail.code.Histogram;
import vail.tensor.TensorInfo;

/**
 * How a tensor is cut into shards: slices of an axis, of which shards take equal parts in order.
 *
 * @param slabs times the axis is walked through, the product of the axes before it
 * @param steps length of the axis
 * @param stepBytes bytes of one step, the product of the axes after it
 * @param valueBytes bytes of a value
 * @param shards how many; at most {@code steps}
 */
record ShardGrid(long slabs, long steps, long stepBytes, int valueBytes, int shards) {
  /** The grid that a label asks for; fewer shards where the axis is shorter. */
  static ShardGrid of(TensorInfo tensor, TensorLabel label) {
    List<Long> shape = tensor.shape();
    if (tensor.type().bits() < 8 || shape.isEmpty()) {
      // Packed values have no slices of whole bytes: cut their bytes.
      int shards = (int) Math.min(label.shards(), tensor.bytes());
      return new ShardGrid(1, tensor.bytes(), 1, 1, shards);
    }
    int axis = Math.min(label.shardAxis(), shape.size() - 1);
    int valueBytes = tensor.type().bits() / 8;
    return new ShardGrid(
        product(shape.subList(0, axis)),
        shape.get(axis),
        product(shape.subList(axis + 1, shape.size())) * valueBytes,
        valueBytes,
        (int) Math.min(label.shards(), shape.get(axis)));
  }

  private static long product(List<Long> axes) {
    return axes.stream().reduce(1L, Math::multiplyExact);
  }

  /** Values of a shard, of the smallest where the axis does not divide evenly. */
  long shardValues() {
    return slabs * (steps / shards) * (stepBytes / valueBytes);
  }

  /**
   * One histogram a shard.
   *
   * @param values the tensor's bytes
   */
  List<Histogram> count(MemorySegment values, Profile.Split split) {
    long[][] counts = new long[shards][Histogram.SYMBOLS];
    for (long slab = 0; slab < slabs; slab++) {
      for (int shard = 0; shard < shards; shard++) {
        long from = (slab * steps + steps * shard / shards) * stepBytes;
        long to = (slab * steps + steps * (shard + 1) / shards) * stepBytes;
        switch (split) {
          case BYTES -> countBytes(values, from, to, counts[shard]);
          case PLANES -> countHighest(values, from, to, counts[shard]);
        }
      }
    }
    List<Histogram> histograms = new ArrayList<>();
    for (long[] shard : counts) {
      histograms.add(Histogram.of(shard));
    }
    return histograms;
  }

  private static void countBytes(MemorySegment values, long from, long to, long[] counts) {
    for (long at = from; at < to; at++) {
      counts[values.get(ValueLayout.JAVA_BYTE, at) & 0xff]++;
    }
  }

  private void countHighest(MemorySegment values, long from, long to, long[] counts) {
    for (long end = from + valueBytes; end <= to; end += valueBytes) {
      int high = values.get(ValueLayout.JAVA_BYTE, end - 1) & 0xff;
      int next = values.get(ValueLayout.JAVA_BYTE, end - 2) & 0xff;
      // The highest byte of the value rotated left by one: the sign has left it (B-03).
      counts[(high << 1 | next >>> 7) & 0xff]++;
    }
  }
}
