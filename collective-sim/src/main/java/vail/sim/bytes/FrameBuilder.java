package vail.sim.bytes;

import java.util.Arrays;
import java.util.BitSet;

/** Puts a coded frame together, lane by lane; what has not become smaller it takes as it was. */
final class FrameBuilder {
  private final Chunk values;
  private final int[] ends;
  private final BitSet raw = new BitSet();
  private byte[] bytes;
  private int size;
  private int lane;

  FrameBuilder(Chunk values) {
    this.values = values;
    ends = new int[values.shape().lanes()];
    bytes = new byte[values.bytes().length];
  }

  /** Adds bytes to a lane; lanes come in order. */
  void add(int to, byte[] from, int at, int count) {
    endLanes(to);
    if (size + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
    }
    System.arraycopy(from, at, bytes, size, count);
    size += count;
  }

  private void endLanes(int before) {
    for (; lane < before; lane++) {
      int start = lane == 0 ? 0 : ends[lane - 1];
      int plain = values.shape().laneBytes(lane);
      if (size == start || size - start >= plain) {
        System.arraycopy(values.bytes(), values.shape().laneStart(lane), bytes, start, plain);
        raw.set(lane);
        size = start + plain;
      }
      ends[lane] = size;
    }
  }

  Frame.Coded build(boolean ownBooks) {
    endLanes(ends.length);
    return new Frame.Coded(values.shape(), ownBooks, Arrays.copyOf(bytes, size), ends, raw);
  }
}
