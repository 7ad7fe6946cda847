package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import vail.block.Batch;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.ReferencePayload;
import vail.block.SoftwareDecoder;
import vail.code.BookSet;
import vail.fault.Limits;

/** What is asked of a device, and what the blocks of it want. */
sealed interface Call {
  /** Places of the blocks. */
  Batch batch();

  /** Memory that their sources are in. */
  MemorySegment source();

  /** Memory that their targets are in. */
  MemorySegment target();

  /** Bytes of a block's source that a device has to see; 0 if it is wrong whatever they are. */
  int source(int i);

  /** Bytes that a device may write for a block: never more than its room, always enough. */
  int target(int i);

  /** Whether the next block can only be coded when it is known what became of this one. */
  boolean isAwaited(int i);

  /** Whether a portion can only be begun when it is known what became of the one before. */
  boolean looksBack();

  /** Symbols to encode. */
  record Encoding(CheckedPolicy policy, MemorySegment source, MemorySegment target, Batch batch)
      implements Call {
    @Override
    public int source(int i) {
      return isLegal(i) ? batch.sourceBytes(i) : 0;
    }

    /** B-24 */
    boolean isLegal(int i) {
      int most =
          order() == BlockOrder.STREAMED
              ? BlockSize.MAX_STREAMED_SYMBOLS
              : Limits.MAX_BLOCK_SYMBOLS;
      return batch.sourceBytes(i) >= 1 && batch.sourceBytes(i) <= most;
    }

    private BlockOrder order() {
      return policy.policy().order();
    }

    private int bound(int i) {
      return isLegal(i) ? BlockSize.bound(order(), batch.sourceBytes(i)) : 0;
    }

    @Override
    public int target(int i) {
      return Math.min(batch.targetRoom(i), bound(i));
    }

    /** B-07: a block that lacks room is not on the stream. */
    @Override
    public boolean isAwaited(int i) {
      return looksBack() && batch.targetRoom(i) < bound(i);
    }

    @Override
    public boolean looksBack() {
      return policy.looksBack();
    }
  }

  /** Blocks to decode. */
  record Decoding(
      BookSet books, Limits limits, MemorySegment source, MemorySegment target, Batch batch)
      implements Call {
    private static final int SYMBOLS_AT = 4;

    /** No block is longer than a raw one, for no streamed one is. */
    static final int LONGEST = BlockSize.FRAME + Limits.MAX_BLOCK_SYMBOLS;

    /** A source that no block can fill; what is wrong with it is not for a device to say. */
    private boolean isTooLong(int i) {
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
      int low = source.get(ValueLayout.JAVA_BYTE, at) & 0xff;
      int high = source.get(ValueLayout.JAVA_BYTE, at + 1) & 0xff;
      return Math.min(batch.targetRoom(i), (high << 8 | low) + 1);
    }

    @Override
    public boolean isAwaited(int i) {
      return false;
    }

    @Override
    public boolean looksBack() {
      return false;
    }

    /** What is wrong with a source that no block can fill is said by the reference. */
    void nameFault(int i) {
      if (isTooLong(i)) {
        Batch one = new Batch(1);
        one.add(batch.sourceAt(i), batch.sourceBytes(i), 0, 0);
        new SoftwareDecoder(ReferencePayload::new)
            .decode(books, limits, source, MemorySegment.NULL, one);
        batch.fail(i, one.fault(0), one.faultAt(0));
      }
    }
  }
}
