package vail.bridge.abi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import vail.block.Batch;
import vail.fault.Fault;

/**
 * A batch as an array of {@code vail_block_t}. Grows and is reused; belongs to one call at a time.
 */
final class BatchImage {
  private static final int BLOCK_BYTES = 40;
  private static final int TARGET_AT = 8;
  private static final int SOURCE_BYTES = 16;
  private static final int TARGET_ROOM = 20;
  private static final int FAULT = 24;
  private static final int BYTES = 28;
  private static final int FAULT_AT = 32;

  private final MemorySegment mean = Arena.ofAuto().allocate(JAVA_INT);
  private MemorySegment blocks = MemorySegment.NULL;
  private int size;

  /**
   * Takes the places over.
   *
   * @throws IllegalArgumentException if the target is read-only
   * @throws IndexOutOfBoundsException if a block does not lie within source and target
   */
  void show(Batch batch, MemorySegment source, MemorySegment target) {
    batch.checkWithin(source, target);
    size = batch.size();
    if (blocks.byteSize() < (long) BLOCK_BYTES * size) {
      blocks = Arena.ofAuto().allocate((long) BLOCK_BYTES * batch.capacity(), 8);
    }
    for (int i = 0; i < size; i++) {
      long at = (long) BLOCK_BYTES * i;
      blocks.set(JAVA_LONG, at, batch.sourceAt(i));
      blocks.set(JAVA_LONG, at + TARGET_AT, batch.targetAt(i));
      blocks.set(JAVA_INT, at + SOURCE_BYTES, batch.sourceBytes(i));
      blocks.set(JAVA_INT, at + TARGET_ROOM, batch.targetRoom(i));
    }
    mean.set(JAVA_INT, 0, batch.streamMean());
  }

  /** Hands the results on. */
  void report(Batch batch) {
    for (int i = 0; i < size; i++) {
      long at = (long) BLOCK_BYTES * i;
      int fault = blocks.get(JAVA_INT, at + FAULT);
      if (fault == 0) {
        batch.succeed(i, blocks.get(JAVA_INT, at + BYTES));
      } else {
        batch.fail(i, Fault.of(fault), blocks.get(JAVA_LONG, at + FAULT_AT));
      }
    }
    batch.streamMean(mean.get(JAVA_INT, 0));
  }

  int size() {
    return size;
  }

  /** The array from block i on. */
  MemorySegment blocks(int i) {
    return blocks.asSlice((long) BLOCK_BYTES * i);
  }

  /** The first block that has to wait for a later call, where one with arrays may be so long. */
  int stop(int from, MemorySegment source, MemorySegment target, long mostBytesWithArrays) {
    if (!Session.anyHeap(source, target)) {
      return size;
    }
    long bytes = 0;
    int i = from;
    while (i < size && (bytes < mostBytesWithArrays || i == from)) {
      long at = (long) BLOCK_BYTES * i;
      bytes += blocks.get(JAVA_INT, at + SOURCE_BYTES);
      bytes += blocks.get(JAVA_INT, at + TARGET_ROOM);
      i++;
    }
    return i;
  }

  MemorySegment mean() {
    return mean;
  }
}
