package vail.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.testing.RandomBooks;

class EncoderFaultsTest {
  private static final BookId ID = new BookId(4, 0);

  private final Codebook book = RandomBooks.of(new SplittableRandom(2), BookClass.LONG, 30);
  private final BookSet books = BookSet.empty().with(ID, book);
  private final BlockEncoder encoder = new SoftwareEncoder(ReferencePayload::new);

  private Batch encode(EncodePolicy policy, int symbols, int room) {
    byte[] target = new byte[70_000];
    Batch batch = new Batch(1);
    batch.add(0, symbols, 0, room);
    encoder.encode(
        books,
        policy,
        MemorySegment.ofArray(new byte[70_000]),
        MemorySegment.ofArray(target),
        batch);
    if (!batch.ok()) {
      assertArrayEquals(new byte[70_000], target, "a fault leaves the target alone");
    }
    return batch;
  }

  private static EncodePolicy fixed(BookId id, Layout layout, BlockOrder order) {
    return new EncodePolicy(new Selection.Fixed(id, Bias.NONE, layout), ConstantBlocks.OFF, order);
  }

  /** B-01, F-21. */
  @Test
  void refusesNoSymbolsAndMoreThanABlockHolds() {
    EncodePolicy stored = fixed(ID, Layout.PORTABLE, BlockOrder.STORED);
    assertEquals(Fault.BAD_ARGUMENT, encode(stored, 0, 70_000).fault(0));
    assertEquals(Fault.BAD_ARGUMENT, encode(stored, 65_537, 70_000).fault(0));
    assertTrue(encode(stored, 65_536, 70_000).ok());
  }

  @Test
  void refusesMoreThan16384StreamedSymbols() {
    EncodePolicy streamed = fixed(ID, Layout.PORTABLE, BlockOrder.STREAMED);
    assertEquals(Fault.BAD_ARGUMENT, encode(streamed, 16_385, 70_000).fault(0));
    assertTrue(encode(streamed, 16_384, 70_000).ok());
  }

  /** B-24, F-26. */
  @Test
  void refusesABookThatIsNotInstalled() {
    EncodePolicy policy = fixed(new BookId(5, 0), Layout.PORTABLE, BlockOrder.STORED);
    assertEquals(Fault.CODEBOOK_UNKNOWN, encode(policy, 10, 100).fault(0));
  }

  @Test
  void refusesEightBitWordsWithALongBook() {
    EncodePolicy policy = fixed(ID, Layout.WIDE, BlockOrder.STORED);
    assertEquals(Fault.BAD_ARGUMENT, encode(policy, 10, 100).fault(0));
  }

  /** B-25. */
  @Test
  void missesABookOfSeveralBeforeItLooksAtALayout() {
    Selection.Best best =
        new Selection.Best(
            List.of(ID, new BookId(5, 0)), List.of(Bias.NONE), 1, Layout.WIDE, Layout.WIDE);
    EncodePolicy policy = new EncodePolicy(best, ConstantBlocks.OFF, BlockOrder.STORED);
    assertEquals(Fault.CODEBOOK_UNKNOWN, encode(policy, 10, 100).fault(0));
  }

  @Test
  void refusesAPlaceThatIsOneByteTooSmall() {
    EncodePolicy policy = EncodePolicy.stored(new Selection.Raw());
    assertEquals(Fault.OUTPUT_TOO_SMALL, encode(policy, 1, 12).fault(0));
    assertTrue(encode(policy, 1, 13).ok());
  }
}
