package vail.bridge.circuit;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import vail.block.Bias;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.fault.Limits;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** Books, policies and symbols for the circuits. */
public final class Orders {
  /** One slot more than a circuit has banks. */
  public static final int BOOKS = 9;

  private static final List<Bias> THREE = List.of(Bias.MEAN, new Bias.Mean(-1), new Bias.Mean(1));

  private Orders() {}

  /** Nine short books. */
  public static BookSet books(SplittableRandom random) {
    BookSet books = BookSet.empty();
    for (int i = 0; i < BOOKS; i++) {
      books = books.with(id(i), RandomBooks.any(random, BookClass.SHORT));
    }
    return books;
  }

  /** The name of one of them. */
  public static BookId id(int i) {
    return new BookId(1 + i / 2 * 50, 255 * (i % 2));
  }

  /** Any policy that the circuits have. */
  public static EncodePolicy policy(SplittableRandom random) {
    return new EncodePolicy(
        selection(random),
        ConstantBlocks.values()[random.nextInt(2)],
        BlockOrder.values()[random.nextInt(2)]);
  }

  private static Selection selection(SplittableRandom random) {
    Bias bias =
        switch (random.nextInt(3)) {
          case 0 -> Bias.MEAN;
          case 1 -> new Bias.Previous();
          default -> new Bias.Absolute(random.nextInt(255));
        };
    return switch (random.nextInt(10)) {
      case 0 -> new Selection.Raw();
      case 1, 2, 3 ->
          new Selection.Best(
              some(random),
              random.nextBoolean() ? THREE : List.of(bias),
              1,
              Layout.LINK,
              Layout.WIDE_LONG);
      default -> new Selection.Fixed(id(random.nextInt(BOOKS)), bias, Layout.LINK);
    };
  }

  /** One to eight of the books. */
  private static List<BookId> some(SplittableRandom random) {
    int first = random.nextInt(BOOKS);
    int count = random.nextInt(1, BOOKS);
    return random
        .ints(0, BOOKS)
        .map(i -> (first + i) % BOOKS)
        .distinct()
        .limit(count)
        .mapToObj(Orders::id)
        .toList();
  }

  /** Symbols of any shape, in any number that the order allows; mostly few. */
  public static byte[] symbols(SplittableRandom random, BookSet books, BlockOrder order) {
    int most =
        order == BlockOrder.STORED ? Limits.MAX_BLOCK_SYMBOLS : BlockSize.MAX_STREAMED_SYMBOLS;
    int kind = random.nextInt(400);
    int size = kind == 0 ? most - random.nextInt(2) : random.nextInt(1, kind < 20 ? 3_000 : 100);
    if (kind < 60) {
      byte[] same = new byte[size];
      Arrays.fill(same, (byte) random.nextInt(3));
      return same;
    }
    SymbolShape shape = SymbolShape.values()[random.nextInt(SymbolShape.values().length)];
    return shape.symbols(random, books.book(id(random.nextInt(BOOKS))), random.nextInt(255), size);
  }
}
