package vail.bridge.board;

import java.lang.foreign.MemorySegment;
import vail.block.Batch;
import vail.fault.Fault;

/** A batch that a device goes through piece by piece. */
abstract class Work {
  final Batch batch;
  final MemorySegment from;
  final MemorySegment to;
  private int delivered;

  /** A batch between two segments; nothing is delivered yet. */
  Work(Batch batch, MemorySegment from, MemorySegment to) {
    this.batch = batch;
    this.from = from;
    this.to = to;
  }

  abstract Way way();

  /**
   * Puts blocks into a slot, from one on, until it is full, and says where it ended; those that the
   * device need not see are left out.
   */
  abstract void fill(int first, Slot slot);

  /** Whether the piece behind this block can be filled only when this block is delivered. */
  boolean isAwaited(int i) {
    return false;
  }

  /** Gets the books of a slot ready. */
  void prepare(Slot slot, Banks banks) throws BoardTroubleException {
    banks.hold(slot.books);
  }

  /** Looks whether the device's answers can be true, and writes nothing. */
  abstract void judge(Slot slot) throws BoardTroubleException;

  /** Reports a block that the device did not see. */
  abstract void settle(int i);

  /** Reports a block that the device has done. */
  abstract void deliver(Slot slot, int job);

  /** Reports all blocks of a piece that was judged. */
  final void deliver(Slot slot) {
    int job = 0;
    while (job < slot.count() && slot.block(job) == Slot.NONE) {
      job++;
    }
    for (int i = delivered; i < slot.end(); i++) {
      if (job < slot.count() && slot.block(job) == i) {
        deliver(slot, job++);
      } else {
        settle(i);
      }
    }
    delivered = slot.end();
  }

  /** The first block that is not reported. */
  final int delivered() {
    return delivered;
  }

  /** The device is given up: no other block can be done. */
  final void giveUp() {
    for (; delivered < batch.size(); delivered++) {
      batch.fail(delivered, Fault.INTERNAL, 0);
    }
  }

  /** The end of the whole batch. */
  void close() {}
}
