package vail.bench.codec;

import java.lang.foreign.MemorySegment;
import vail.block.Batch;

/**
 * Codes symbols of one plane block by block, with whatever it has learnt of the plane before. For
 * one thread. All memory is native.
 */
public interface Codec extends AutoCloseable {
  /** Codes each block of the batch and says how many bytes it has become. */
  void encode(MemorySegment symbols, MemorySegment coded, Batch batch);

  /** Restores each block of the batch; the room for a block is exactly its symbols. */
  void decode(MemorySegment coded, MemorySegment symbols, Batch batch);

  @Override
  default void close() {}
}
