package vail.block;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Limits;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** A call may allocate a little; a block may not: 1,000 blocks cost what one costs. */
class AllocationTest {
  private static final int BLOCKS = 1_000;
  private static final int SYMBOLS = 256;
  private static final long A_CALL = 16_384;

  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void framesAndSelectionAllocateNothingPerBlock() {
    SplittableRandom random = new SplittableRandom(8);
    BookId id = new BookId(1, 0);
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 20);
    BookSet books = BookSet.empty().with(id, book);
    byte[] symbols = SymbolShape.FITTING.symbols(random, book, 0, BLOCKS * SYMBOLS);
    Selection best =
        new Selection.Best(
            List.of(id), Selection.Best.PLANE_BIASES, 1, Layout.PORTABLE, Layout.PORTABLE);
    EncodePolicy policy = EncodePolicy.stored(best);
    byte[] blocks = new byte[BLOCKS * (SYMBOLS + 12)];
    BlockEncoder encoder = new SoftwareEncoder(CopyingPayload::new);
    BlockDecoder decoder = new SoftwareDecoder(CopyingPayload::new);
    Batch batch = new Batch(BLOCKS);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      MemorySegment from = MemorySegment.ofArray(symbols);
      MemorySegment to = MemorySegment.ofArray(blocks);
      fill(batch, SYMBOLS, SYMBOLS + 12);
      long before = thread.getCurrentThreadAllocatedBytes();
      encoder.encode(books, policy, from, to, batch);
      long encoded = thread.getCurrentThreadAllocatedBytes() - before;
      assertTrue(batch.ok());
      fill(batch, SYMBOLS + 12, SYMBOLS);
      before = thread.getCurrentThreadAllocatedBytes();
      decoder.decode(books, Limits.DEFAULT, to, from, batch);
      least = Math.min(least, encoded + thread.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(least < A_CALL, least + " bytes for " + BLOCKS + " blocks both ways");
  }

  private static void fill(Batch batch, int source, int target) {
    batch.clear();
    for (int i = 0; i < BLOCKS; i++) {
      batch.add((long) i * source, source, (long) i * target, target);
    }
  }

  /** Never smaller than the symbols, so that every block becomes raw: the frame's own cost. */
  private static final class CopyingPayload implements PayloadCoder {
    @Override
    public int encode(
        Codebook book, int bias, Layout layout, byte[] symbols, int count, byte[] out, int at) {
      return count;
    }

    @Override
    public void decode(
        Codebook book,
        int bias,
        Layout layout,
        byte[] in,
        int at,
        int bytes,
        byte[] symbols,
        int count) {
      throw new AssertionError("no coded blocks here");
    }
  }
}
