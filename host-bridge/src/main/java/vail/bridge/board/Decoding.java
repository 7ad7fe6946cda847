package vail.bridge.board;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import vail.block.Batch;
import vail.block.BlockSize;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.Limits;

/**
 * Blocks to symbols. What is wrong with a block, and where (F-25), is said by the software: the
 * kernel names no place. It is asked only of blocks in which the kernel finds a fault, and of those
 * whose heads already say that they are not for the kernel.
 */
final class Decoding extends Work {
  private static final int LONGEST = BlockSize.FRAME + Limits.MAX_BLOCK_SYMBOLS;
  private static final int CONSTANT = 255;
  private static final int MODES = 0b11011111;
  private static final int CODED = 0b01000100;
  private static final int PLAIN = 0b01000000;

  private final BookSet books;
  private final Limits limits;
  private final Opinion opinion;

  Decoding(BookSet books, Limits limits, MemorySegment blocks, MemorySegment symbols, Batch batch) {
    super(batch, blocks, symbols);
    this.books = books;
    this.limits = limits;
    this.opinion = new Opinion(books, limits, blocks);
  }

  @Override
  Way way() {
    return Way.DECODE;
  }

  @Override
  void fill(int first, Slot slot) {
    slot.clear();
    int i = first;
    while (i < batch.size()) {
      if (isForTheKernel(i)) {
        int symbols = symbols(i);
        if (!slot.hasRoom(batch.sourceBytes(i), symbols) || !isHeld(i, slot)) {
          break;
        }
        slot.add(i, batch.sourceBytes(i), symbols, 0);
        slot.put(from, batch.sourceAt(i));
      }
      i++;
    }
    slot.end(i);
  }

  private int head(int i, int at) {
    return from.get(JAVA_BYTE, batch.sourceAt(i) + at) & 0xff;
  }

  /** B-15; of a block that has a head. */
  private int symbols(int i) {
    return (head(i, 4) | head(i, 5) << Byte.SIZE) + 1;
  }

  private boolean isCoded(int i) {
    return head(i, 0) != 0 && head(i, 0) != CONSTANT;
  }

  private boolean isForTheKernel(int i) {
    int bytes = batch.sourceBytes(i);
    return bytes >= BlockSize.FRAME
        && bytes <= LONGEST
        && symbols(i) <= limits.blockSymbols()
        && symbols(i) <= batch.targetRoom(i)
        && (head(i, 2) & MODES) == (isCoded(i) ? CODED : PLAIN)
        && (!isCoded(i) || isServed(head(i, 0), head(i, 1)));
  }

  private boolean isServed(int slot, int epoch) {
    return books.holds(slot, epoch) && books.book(slot, epoch).bookClass() == BookClass.SHORT;
  }

  /** Makes sure that the block's book is among those of the slot; not if these are too many. */
  private boolean isHeld(int i, Slot slot) {
    if (!isCoded(i)) {
      return true;
    }
    Codebook book = books.book(head(i, 0), head(i, 1));
    for (int b = 0; b < slot.books.size(); b++) {
      BookId id = slot.books.get(b).id();
      if (id.slot() == head(i, 0) && id.epoch() == head(i, 1)) {
        return true;
      }
    }
    return slot.books.size() < Banks.COUNT
        && slot.books.add(new Banks.Named(new BookId(head(i, 0), head(i, 1)), book));
  }

  @Override
  void judge(Slot slot) throws BoardTroubleException {
    for (int job = 0; job < slot.count(); job++) {
      slot.verify(job);
      int i = slot.block(job);
      if (slot.fault(job) == 0 && slot.bytes(job) != symbols(i)) {
        throw slot.trouble(Trouble.IMPOSSIBLE_SIZE, job);
      }
      if (slot.fault(job) != 0) {
        opinion.on(batch, i);
        if (opinion.isSound() || opinion.fault().number() != slot.fault(job)) {
          throw slot.trouble(Trouble.WRONG_VERDICT, job);
        }
        slot.faultAt(job, opinion.faultAt());
      }
    }
  }

  @Override
  void settle(int i) {
    opinion.on(batch, i);
    if (opinion.isSound()) {
      batch.fail(i, Fault.UNSUPPORTED_FEATURE, 0);
    } else {
      batch.fail(i, opinion.fault(), opinion.faultAt());
    }
  }

  @Override
  void deliver(Slot slot, int job) {
    int i = slot.block(job);
    int bytes = slot.bytes(job);
    if (slot.fault(job) != 0) {
      batch.fail(i, Fault.of(slot.fault(job)), slot.faultAt(job));
      return;
    }
    MemorySegment.copy(slot.targets(), slot.targetAt(job), to, batch.targetAt(i), bytes);
    batch.succeed(i, bytes);
  }
}
