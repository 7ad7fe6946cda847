package vail.bridge.every;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.block.Bias;
import vail.block.BlockEncoder;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.OneBlock;
import vail.block.ReferencePayload;
import vail.block.Selection;
import vail.block.SoftwareEncoder;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.fault.Limits;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** B-08 to B-26: random blocks of any layout, book and size are the reference's, bit for bit. */
class EqualBlocksTest {
  private static final int BLOCKS_A_SET = 100;
  private static final int BOOKS = 4;

  private final BlockEncoder reference = new SoftwareEncoder(ReferencePayload::new);

  @ParameterizedTest
  @MethodSource("vail.bridge.every.Every#backends")
  void twentyThousandBlocksAreTheReferences(String name) {
    compare(name, Every.isSlow(name) ? 2_000 : 20_000, 20_000);
  }

  @ParameterizedTest
  @MethodSource("vail.bridge.every.Every#backends")
  @Tag("slow")
  void aMillionBlocksAreTheReferences(String name) {
    compare(name, Every.isSlow(name) ? 50_000 : 1_000_000, 1_000_000);
  }

  private void compare(String name, int blocks, int firstSeed) {
    try (Backend backend = Every.open(name)) {
      for (int i = 0; i < blocks / BLOCKS_A_SET; i++) {
        compareSet(backend, firstSeed + i);
      }
    }
  }

  private void compareSet(Backend backend, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BookSet books = BookSet.empty();
    for (int slot = 1; slot <= BOOKS; slot++) {
      BookClass bookClass = slot % 2 == 0 ? BookClass.LONG : BookClass.SHORT;
      books = books.with(new BookId(slot, 0), RandomBooks.any(random, bookClass));
    }
    for (int i = 0; i < BLOCKS_A_SET; i++) {
      BookId id = new BookId(random.nextInt(1, BOOKS + 1), 0);
      Layout layout = layout(random);
      if (backend.capabilities().covers(layout, books.book(id).bookClass())) {
        compareBlock(backend, books, id, layout, random, "block " + i + " (seed " + seed + ")");
      }
    }
  }

  private void compareBlock(
      Backend backend,
      BookSet books,
      BookId id,
      Layout layout,
      SplittableRandom random,
      String which) {
    BlockOrder order = BlockOrder.values()[random.nextInt(2)];
    int bias = random.nextInt(255);
    int most =
        order == BlockOrder.STORED ? Limits.MAX_BLOCK_SYMBOLS : BlockSize.MAX_STREAMED_SYMBOLS;
    int size = Math.min(most, size(random));
    SymbolShape shape = SymbolShape.values()[random.nextInt(SymbolShape.values().length)];
    byte[] symbols = shape.symbols(random, books.book(id), bias, size);
    Selection fixed = new Selection.Fixed(id, new Bias.Absolute(bias), layout);
    EncodePolicy policy = new EncodePolicy(fixed, ConstantBlocks.OFF, order);
    byte[] block = OneBlock.encode(reference, books, policy, symbols);

    String what = which + " " + layout + " " + books.book(id).bookClass() + " " + shape;
    assertArrayEquals(block, OneBlock.encode(backend.encoder(), books, policy, symbols), what);
    assertArrayEquals(
        symbols, OneBlock.decode(backend.decoder(), books, Limits.DEFAULT, block), what);
  }

  /** One of the three that books are made for, or any. */
  private static Layout layout(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> Layout.WIDE;
      case 1 -> Layout.PORTABLE;
      case 2 -> Layout.WIDE_LONG;
      default -> new Layout(1 << random.nextInt(7), 8 << random.nextInt(3));
    };
  }

  /** Mostly a few rounds; up to 4,097, and now and then one of the largest. */
  private static int size(SplittableRandom random) {
    int kind = random.nextInt(500);
    if (kind == 0) {
      return Limits.MAX_BLOCK_SYMBOLS - random.nextInt(2);
    }
    return random.nextInt(1, kind < 50 ? 4_098 : 300);
  }
}
