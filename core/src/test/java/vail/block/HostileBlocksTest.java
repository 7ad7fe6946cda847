package vail.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

/** Every single-bit flip and every truncation of 64 base blocks a mode. */
class HostileBlocksTest {
  private static final int BASES = 64;

  private final BlockEncoder encoder = new SoftwareEncoder(ReferencePayload::new);
  private final BlockDecoder decoder = new SoftwareDecoder(ReferencePayload::new);

  /** Kinds of blocks that are damaged. */
  enum Mode {
    RAW,
    CONSTANT,
    STORED_SHORT,
    STORED_LONG,
    STREAMED_SHORT,
    STREAMED_LONG;

    BlockOrder order() {
      return this == STREAMED_SHORT || this == STREAMED_LONG
          ? BlockOrder.STREAMED
          : BlockOrder.STORED;
    }

    BookClass bookClass() {
      return this == STORED_LONG || this == STREAMED_LONG ? BookClass.LONG : BookClass.SHORT;
    }
  }

  private static final class Base {
    private final BookSet books;
    private final byte[] block;

    Base(BookSet books, byte[] block) {
      this.books = books;
      this.block = block;
    }
  }

  private Base base(Mode mode, int number) {
    SplittableRandom random = new SplittableRandom(number);
    BookId id = new BookId(random.nextInt(1, 255), random.nextInt(256));
    Codebook book = RandomBooks.any(random, mode.bookClass());
    BookSet books = BookSet.empty().with(id, book);
    int word =
        mode.bookClass() == BookClass.LONG ? 16 << random.nextInt(2) : 8 << random.nextInt(3);
    Layout layout = new Layout(1 << random.nextInt(7), word);
    int bias = random.nextInt(255);
    Selection selection =
        mode == Mode.RAW
            ? new Selection.Raw()
            : new Selection.Fixed(id, new Bias.Absolute(bias), layout);
    SymbolShape shape = mode == Mode.CONSTANT ? SymbolShape.CONSTANT : SymbolShape.FITTING;
    byte[] symbols = shape.symbols(random, book, bias, random.nextInt(2, 90));
    ConstantBlocks constant = mode == Mode.CONSTANT ? ConstantBlocks.ON : ConstantBlocks.OFF;
    EncodePolicy policy = new EncodePolicy(selection, constant, mode.order());
    return new Base(books, OneBlock.encode(encoder, books, policy, symbols));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void everyFlippedBitEndsInAFault(Mode mode) {
    for (int number = 0; number < BASES; number++) {
      Base base = base(mode, number);
      for (int bit = 0; bit < base.block.length * 8; bit++) {
        byte[] flipped = base.block.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        try {
          OneBlock.decode(decoder, base.books, Limits.DEFAULT, flipped);
          fail("bit " + bit + " of base " + number + " went unnoticed");
        } catch (VailFormatException e) {
          assertPlausible(e, flipped.length);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void everyTruncationEndsInAFault(Mode mode) {
    for (int number = 0; number < BASES; number++) {
      Base base = base(mode, number);
      for (int length = 0; length < base.block.length; length++) {
        byte[] shorter = Arrays.copyOf(base.block, length);
        try {
          OneBlock.decode(decoder, base.books, Limits.DEFAULT, shorter);
          fail(length + " bytes of base " + number + " went unnoticed");
        } catch (VailFormatException e) {
          assertPlausible(e, shorter.length);
        }
      }
    }
  }

  /** With the check repaired, what still decodes must be the one block of its symbols. */
  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatDecodesAfterAFlipIsTheOnlyBlockOfItsSymbols(Mode mode) {
    for (int number = 0; number < BASES; number++) {
      Base base = base(mode, number);
      for (int bit = 0; bit < base.block.length * 8; bit++) {
        byte[] flipped = base.block.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        BlockTools.repairCheck(base.books, flipped);
        try {
          byte[] symbols = OneBlock.decode(decoder, base.books, Limits.DEFAULT, flipped);
          assertArrayEquals(flipped, BlockTools.encodedLike(encoder, base.books, flipped, symbols));
        } catch (VailFormatException e) {
          assertPlausible(e, flipped.length);
        }
      }
    }
  }

  private static void assertPlausible(VailFormatException e, int length) {
    assertTrue(e.offset() >= 0 && e.offset() <= length, e.getMessage());
    assertNotEquals(Fault.INTERNAL, e.fault(), e.getMessage());
  }
}
