package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import vail.block.Batch;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.fault.Limits;

/** What the blocks of a batch want of a launch. */
sealed interface Demand {
  /** Bytes of a block's source that a device has to see; 0 if it is wrong whatever they are. */
  int source(int i);

  /** Bytes that a device may write for a block: never more than its room, always enough. */
  int target(int i);

  /** Whether the next block can only be coded when it is known what became of this one. */
  boolean isAwaited(int i);

  /** Blocks of symbols to encode. */
  record Encoding(Batch batch, BlockOrder order, boolean looksBack) implements Demand {
    @Override
    public int source(int i) {
      return isLegal(i) ? batch.sourceBytes(i) : 0;
    }

    /** B-24 */
    boolean isLegal(int i) {
      int most =
          order == BlockOrder.STREAMED ? BlockSize.MAX_STREAMED_SYMBOLS : Limits.MAX_BLOCK_SYMBOLS;
      return batch.sourceBytes(i) >= 1 && batch.sourceBytes(i) <= most;
    }

    private int bound(int i) {
      return isLegal(i) ? BlockSize.bound(order, batch.sourceBytes(i)) : 0;
    }

    @Override
    public int target(int i) {
      return Math.min(batch.targetRoom(i), bound(i));
    }

    /** B-07: a block that lacks room is not on the stream. */
    @Override
    public boolean isAwaited(int i) {
      return looksBack && batch.targetRoom(i) < bound(i);
    }
  }

  /** Blocks to decode. */
  record Decoding(Batch batch, MemorySegment blocks) implements Demand {
    private static final int SYMBOLS_AT = 4;
    private static final int MODES_AT = 2;
    private static final int MOST_LOG2 = 6;

    /** No block is longer than a raw one, for no streamed one is. */
    static final int LONGEST = BlockSize.FRAME + Limits.MAX_BLOCK_SYMBOLS;

    /** A source that no block can fill; what is wrong with it is not for a device to say. */
    boolean isTooLong(int i) {
      return batch.sourceBytes(i) > LONGEST;
    }

    @Override
    public int source(int i) {
      return isTooLong(i) ? 0 : batch.sourceBytes(i);
    }

    /** The symbols that its head promises. */
    @Override
    public int target(int i) {
      if (source(i) < BlockSize.HEAD) {
        return 0;
      }
      long at = batch.sourceAt(i) + SYMBOLS_AT;
      int low = blocks.get(ValueLayout.JAVA_BYTE, at) & 0xff;
      int high = blocks.get(ValueLayout.JAVA_BYTE, at + 1) & 0xff;
      return Math.min(batch.targetRoom(i), (high << 8 | low) + 1);
    }

    @Override
    public boolean isAwaited(int i) {
      return false;
    }

    /** The most lanes that a head of these blocks names, legal or not. */
    int mostLanes(int from, int end) {
      int log2 = 0;
      for (int i = from; i < end; i++) {
        if (source(i) >= BlockSize.HEAD) {
          byte modes = blocks.get(ValueLayout.JAVA_BYTE, batch.sourceAt(i) + MODES_AT);
          log2 = Math.max(log2, Math.min(modes & 7, MOST_LOG2));
        }
      }
      return 1 << log2;
    }
  }
}
