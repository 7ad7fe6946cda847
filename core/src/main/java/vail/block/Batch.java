package vail.block;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * Places of many blocks in one call, and what became of each. Reused from call to call so that
 * nothing is allocated per block; belongs to one thread at a time.
 *
 * <p>For an encoder the source is symbols and the target the block; for a decoder the other way
 * round. Every source of an encoder's batch is one block of the same stream, in order: the rule
 * {@link Bias.Previous} carries over from one to the next and from one call to the next, until
 * {@link #restart}.
 */
public final class Batch {
  private final long[] sourceAt;
  private final int[] sourceBytes;
  private final long[] targetAt;
  private final int[] targetRoom;
  private final int[] results;
  private final long[] faultAt;
  private final Release release;
  private int size;
  private int streamMean;

  /** Room for a number of blocks a call; a decoder releases them {@link Release#WHOLE}. */
  public Batch(int capacity) {
    this(capacity, Release.WHOLE);
  }

  /** The same with a choice of what a decoder may do to the target. */
  public Batch(int capacity, Release release) {
    this.release = release;
    sourceAt = new long[capacity];
    sourceBytes = new int[capacity];
    targetAt = new long[capacity];
    targetRoom = new int[capacity];
    results = new int[capacity];
    faultAt = new long[capacity];
  }

  /** Forgets the blocks but not the stream. */
  public void clear() {
    size = 0;
  }

  /** Forgets the blocks and starts a new stream. */
  public void restart() {
    size = 0;
    streamMean = 0;
  }

  /**
   * Adds a block.
   *
   * @param at first byte in the source segment
   * @param bytes bytes of the source: symbols, or the whole block
   * @param to first byte in the target segment
   * @param room bytes that may be written there
   * @throws IllegalStateException if the batch is full
   */
  public void add(long at, int bytes, long to, int room) {
    if (size == results.length) {
      throw new IllegalStateException("the batch holds " + size + " blocks and no more");
    }
    if (at < 0 || bytes < 0 || to < 0 || room < 0) {
      throw new IllegalArgumentException("places and sizes must not be negative");
    }
    sourceAt[size] = at;
    sourceBytes[size] = bytes;
    targetAt[size] = to;
    targetRoom[size] = room;
    results[size] = -Fault.INTERNAL.number();
    faultAt[size] = 0;
    size++;
  }

  /**
   * Sees to it that all blocks lie within two segments, for those who reach for memory themselves.
   *
   * @throws IllegalArgumentException if the target is read-only
   * @throws IndexOutOfBoundsException if a block does not lie within source and target
   */
  public void checkWithin(MemorySegment source, MemorySegment target) {
    if (target.isReadOnly()) {
      throw new IllegalArgumentException("the target is read-only");
    }
    for (int i = 0; i < size; i++) {
      Objects.checkFromIndexSize(sourceAt[i], sourceBytes[i], source.byteSize());
      Objects.checkFromIndexSize(targetAt[i], targetRoom[i], target.byteSize());
    }
  }

  /** Blocks in this batch. */
  public int size() {
    return size;
  }

  /** What a decoder may write of a block that is wrong. */
  public Release release() {
    return release;
  }

  /** Most blocks a call. */
  public int capacity() {
    return results.length;
  }

  /** First byte of block i in the source segment. */
  public long sourceAt(int i) {
    return sourceAt[Objects.checkIndex(i, size)];
  }

  /** Bytes of block i in the source segment. */
  public int sourceBytes(int i) {
    return sourceBytes[Objects.checkIndex(i, size)];
  }

  /** First byte of block i in the target segment. */
  public long targetAt(int i) {
    return targetAt[Objects.checkIndex(i, size)];
  }

  /** Bytes that may be written for block i. */
  public int targetRoom(int i) {
    return targetRoom[Objects.checkIndex(i, size)];
  }

  /** A backend says: block i has become this many bytes. */
  public void succeed(int i, int bytes) {
    results[Objects.checkIndex(i, size)] = bytes;
  }

  /** A backend says: block i broke a rule, at this byte of its source. */
  public void fail(int i, Fault fault, long offset) {
    results[Objects.checkIndex(i, size)] = -fault.number();
    faultAt[i] = offset;
  }

  /** Whether block i went well. */
  public boolean ok(int i) {
    return results[Objects.checkIndex(i, size)] >= 0;
  }

  /** Whether all blocks went well. */
  public boolean ok() {
    for (int i = 0; i < size; i++) {
      if (results[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Bytes written for block i.
   *
   * @throws VailFormatException the fault of the block, at its position in the block's source
   */
  public int bytes(int i) {
    if (!ok(i)) {
      throw new VailFormatException(fault(i), faultAt[i], "block " + i + " of the batch");
    }
    return results[i];
  }

  /**
   * The fault of a block that did not go well.
   *
   * @throws IllegalStateException if it went well
   */
  public Fault fault(int i) {
    if (ok(i)) {
      throw new IllegalStateException("block " + i + " has no fault");
    }
    return Fault.of(-results[i]);
  }

  /** Position of the fault, counted from the start of block i's source. */
  public long faultAt(int i) {
    return faultAt[Objects.checkIndex(i, size)];
  }

  /** floor(mean) of the last block's non-zero symbols; 0 if it had none or was not there. */
  public int streamMean() {
    return streamMean;
  }

  /** A backend that was asked for {@link Bias.Previous} says: this is the mean for the next. */
  public void streamMean(int mean) {
    streamMean = mean;
  }
}
