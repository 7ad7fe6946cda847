package vail.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.testing.BlockTools;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** One broken rule a test; where two are broken, the one that is checked first wins. */
class DecoderFaultsTest {
  private static final BookId SHORT_ID = new BookId(1, 0);
  private static final BookId LONG_ID = new BookId(2, 0);

  private final SplittableRandom random = new SplittableRandom(12);
  private final Codebook shortBook = RandomBooks.of(random, BookClass.SHORT, 12);
  private final Codebook longBook = RandomBooks.of(random, BookClass.LONG, 256);
  private final BookSet books = BookSet.empty().with(SHORT_ID, shortBook).with(LONG_ID, longBook);
  private final byte[] symbols = SymbolShape.FITTING.symbols(random, shortBook, 5, 1000);
  private final BlockEncoder encoder = new SoftwareEncoder(ReferencePayload::new);
  private final BlockDecoder decoder = new SoftwareDecoder(ReferencePayload::new);

  private byte[] coded(BlockOrder order) {
    Selection fixed = new Selection.Fixed(SHORT_ID, new Bias.Absolute(5), Layout.PORTABLE);
    EncodePolicy policy = new EncodePolicy(fixed, ConstantBlocks.ON, order);
    return OneBlock.encode(encoder, books, policy, symbols);
  }

  private byte[] raw() {
    return OneBlock.encode(
        encoder, books, EncodePolicy.stored(new Selection.Raw()), Arrays.copyOf(symbols, 100));
  }

  private byte[] constant() {
    return OneBlock.encode(encoder, books, EncodePolicy.stored(new Selection.Raw()), new byte[50]);
  }

  private void rejects(Fault fault, long offset, byte[] block) {
    rejects(fault, offset, block, Limits.DEFAULT);
  }

  private void rejects(Fault fault, long offset, byte[] block, Limits limits) {
    VailFormatException thrown =
        assertThrows(
            VailFormatException.class, () -> OneBlock.decode(decoder, books, limits, block));
    assertEquals(fault + " at " + offset, thrown.fault() + " at " + thrown.offset());
  }

  private static byte[] with(byte[] block, int at, int value) {
    byte[] changed = block.clone();
    changed[at] = (byte) value;
    return changed;
  }

  /** Repairs the check, so that only the planted fault is left. */
  private byte[] checked(byte[] block) {
    BlockTools.repairCheck(books, block);
    return block;
  }

  /** B-21, F-01. */
  @Test
  void reportsAHeadThatEndsEarly() {
    for (int length = 0; length < 6; length++) {
      rejects(Fault.TRUNCATED, length, Arrays.copyOf(coded(BlockOrder.STORED), length));
    }
  }

  /** F-03. */
  @Test
  void reportsAnotherVersionBeforeReservedBits() {
    rejects(Fault.UNSUPPORTED_VERSION, 2, with(coded(BlockOrder.STORED), 2, 2 << 6 | 7));
    rejects(Fault.UNSUPPORTED_VERSION, 2, with(coded(BlockOrder.STORED), 2, 0));
  }

  /** B-15, F-04. */
  @Test
  void reportsLaneCountSevenAndWordThreeAsReserved() {
    rejects(Fault.RESERVED_NONZERO, 2, with(coded(BlockOrder.STORED), 2, 1 << 6 | 7));
    rejects(Fault.RESERVED_NONZERO, 2, with(coded(BlockOrder.STORED), 2, 1 << 6 | 3 << 3));
  }

  @Test
  void reportsLayoutEpochAndBiasOfABlockWithoutCodes() {
    for (byte[] block : new byte[][] {raw(), constant()}) {
      rejects(Fault.RESERVED_NONZERO, 2, with(block, 2, 1 << 6 | 1));
      rejects(Fault.RESERVED_NONZERO, 1, with(block, 1, 1));
      rejects(Fault.RESERVED_NONZERO, 3, with(block, 3, 1));
    }
  }

  /** C-10, F-08. */
  @Test
  void reportsABookThatIsNotInstalledBeforeItsLayout() {
    rejects(Fault.CODEBOOK_UNKNOWN, 0, with(with(coded(BlockOrder.STORED), 0, 9), 3, 255));
    rejects(Fault.CODEBOOK_UNKNOWN, 0, with(coded(BlockOrder.STORED), 1, 1));
  }

  /** B-08, F-16. */
  @Test
  void reportsEightBitWordsWithALongBookBeforeTheBias() {
    byte[] block = with(with(coded(BlockOrder.STORED), 0, LONG_ID.slot()), 2, 1 << 6 | 3);
    rejects(Fault.LANE_LAYOUT, 2, with(block, 3, 255));
  }

  /** F-05. */
  @Test
  void reportsABiasOf255BeforeTheTailIsLookedFor() {
    rejects(Fault.BAD_FIELD, 3, Arrays.copyOf(with(coded(BlockOrder.STORED), 3, 255), 6));
  }

  @Test
  void reportsATailThatEndsEarly() {
    for (int length = 6; length < 12; length++) {
      rejects(Fault.TRUNCATED, length, Arrays.copyOf(coded(BlockOrder.STORED), length));
      rejects(Fault.TRUNCATED, length, Arrays.copyOf(coded(BlockOrder.STREAMED), length));
    }
  }

  @Test
  void reportsACodedStoredBlockThatIsNotSmallerThanItsSymbols() {
    byte[] block = coded(BlockOrder.STORED);
    rejects(Fault.BAD_FIELD, 6, with(with(block, 6, 999 & 255), 7, 999 >>> 8));
  }

  /** B-18, B-19. */
  @Test
  void reportsRawAndConstantBlocksOfOtherSizes() {
    rejects(Fault.BAD_FIELD, 6, with(raw(), 6, 98));
    rejects(Fault.BAD_FIELD, 6, with(constant(), 6, 1));
    rejects(Fault.BAD_FIELD, 4, with(constant(), 4, 0));
  }

  /** B-20. */
  @Test
  void reportsTooManyStreamedSymbols() {
    rejects(Fault.BAD_FIELD, 4, with(coded(BlockOrder.STREAMED), 5, 0x40));
  }

  /** F-07. */
  @Test
  void reportsMoreSymbolsThanTheLimitBeforeMissingPayload() {
    Limits few = new Limits(999, 1, 0, 0);
    byte[] block = coded(BlockOrder.STORED);
    rejects(Fault.LIMIT_EXCEEDED, 4, Arrays.copyOf(block, block.length - 1), few);
  }

  @Test
  void reportsAPayloadThatEndsEarly() {
    byte[] block = coded(BlockOrder.STORED);
    for (int length = 12; length < block.length; length++) {
      rejects(Fault.TRUNCATED, length, Arrays.copyOf(block, length));
    }
  }

  /** B-22, F-18. */
  @Test
  void reportsBytesAfterTheBlockBeforeTheCheck() {
    byte[] block = with(coded(BlockOrder.STORED), 8, 0);
    rejects(Fault.TRAILING_DATA, block.length, Arrays.copyOf(block, block.length + 3));
  }

  /** F-20. */
  @Test
  void reportsTooLittleRoomForTheSymbols() {
    byte[] block = coded(BlockOrder.STORED);
    byte[] target = new byte[999];
    Batch batch = new Batch(1);
    batch.add(0, block.length, 0, target.length);
    decoder.decode(
        books, Limits.DEFAULT, MemorySegment.ofArray(block), MemorySegment.ofArray(target), batch);
    assertEquals(Fault.OUTPUT_TOO_SMALL, batch.fault(0));
    assertArrayEquals(new byte[999], target);
  }

  /** B-16, C-09, F-19. */
  @Test
  void reportsAWrongCheckAndABookOfAnotherDigest() {
    byte[] block = coded(BlockOrder.STORED);
    rejects(Fault.CHECKSUM, 8, with(block, 20, block[20] ^ 1));
    byte[] streamed = coded(BlockOrder.STREAMED);
    rejects(Fault.CHECKSUM, streamed.length - 4, with(streamed, 20, streamed[20] ^ 1));
    BookSet other = BookSet.empty().with(SHORT_ID, RandomBooks.of(random, BookClass.SHORT, 12));
    VailFormatException thrown =
        assertThrows(
            VailFormatException.class,
            () -> OneBlock.decode(decoder, other, Limits.DEFAULT, block));
    assertEquals(Fault.CHECKSUM, thrown.fault());
  }

  @Test
  void reportsPayloadBytesThatNoSymbolNeeds() {
    byte[] block = coded(BlockOrder.STORED);
    byte[] longer = Arrays.copyOf(block, block.length + 1);
    int payload = block.length - 12;
    byte[] announced = with(with(longer, 6, payload), 7, payload >>> 8);
    rejects(Fault.SYMBOL_COUNT_MISMATCH, 12 + payload, checked(announced));
  }

  /** B-13, F-15, F-25. */
  @Test
  void reportsSymbolsThatThePayloadDoesNotHold() {
    byte[] block = coded(BlockOrder.STORED);
    byte[] more = checked(with(block, 5, 0x20));
    rejects(Fault.SYMBOL_COUNT_MISMATCH, block.length, more);
  }

  /** B-12, F-17. */
  @Test
  void reportsUnreadBitsThatAreNotZero() {
    Selection fixed = new Selection.Fixed(SHORT_ID, Bias.NONE, new Layout(1, 32));
    byte[] zeros = SymbolShape.FITTING.symbols(random, shortBook, 0, 65);
    byte[] block = OneBlock.encode(encoder, books, EncodePolicy.stored(fixed), zeros);
    int last = block.length - 1;
    assertEquals(0, block[last], "the last bits of this block are padding");
    rejects(Fault.PADDING_NONZERO, block.length, checked(with(block, last, 0x80)));
  }

  /** B-11, F-14. */
  @Test
  void reportsALiteralThatHasACode() {
    Codebook book = RandomBooks.of(new SplittableRandom(3), BookClass.SHORT, 2);
    BookSet only = BookSet.empty().with(SHORT_ID, book);
    byte[] escapes = new byte[64];
    int plain = symbolWith(book, true);
    Arrays.fill(escapes, (byte) plain);
    escapes[0] = (byte) symbolWith(book, false);
    Selection fixed = new Selection.Fixed(SHORT_ID, Bias.NONE, new Layout(1, 8));
    byte[] block = OneBlock.encode(encoder, only, EncodePolicy.stored(fixed), escapes);
    assertEquals(escapes[0], block[13], "the literal follows the first word");
    byte[] planted = with(block, 13, plain);
    BlockTools.repairCheck(only, planted);
    VailFormatException thrown =
        assertThrows(
            VailFormatException.class,
            () -> OneBlock.decode(decoder, only, Limits.DEFAULT, planted));
    assertEquals(Fault.INVALID_CODEWORD, thrown.fault());
    assertEquals(13, thrown.offset());
  }

  private static int symbolWith(Codebook book, boolean code) {
    int symbol = 0;
    while (book.hasCode(symbol) != code) {
      symbol++;
    }
    return symbol;
  }
}
