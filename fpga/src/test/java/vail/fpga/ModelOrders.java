package vail.fpga;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.ReferencePayload;
import vail.block.Selection;
import vail.block.SoftwareEncoder;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/**
 * What an encoder is told and what the reference makes of it, as {@code model_check.cpp} reads it.
 */
final class ModelOrders {
  /** As the hardware numbers them: given, previous, mean, and mean with its neighbours. */
  private static final int GIVEN = 0;

  private static final int PREVIOUS = 1;
  private static final int MEAN = 2;

  private ModelOrders() {}

  static String next(SplittableRandom random) {
    int lanes = 4 << random.nextInt(4);
    boolean best = random.nextBoolean();
    int rule = random.nextInt(best ? 4 : 3);
    int bias = random.nextInt(255);
    BookSet books = BookSet.empty();
    List<BookId> ids = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (int i = best ? 1 + random.nextInt(4) : 1; i > 0; i--) {
      // descending, so that ties are not broken by the order in which books are told
      BookId id = new BookId(1 + i / 2, i % 2);
      Codebook book = RandomBooks.any(random, BookClass.SHORT);
      books = books.with(id, book);
      ids.add(id);
      told.add(
          String.join(
              " ", "" + id.slot(), "" + id.epoch(), hex(book.digest()), hex(book.toBytes())));
    }
    Layout layout = new Layout(lanes, 8);
    Selection selection =
        best
            ? new Selection.Best(ids, biases(rule, bias), 1, layout, layout)
            : new Selection.Fixed(ids.getFirst(), biases(rule, bias).getFirst(), layout);
    EncodePolicy policy =
        new EncodePolicy(
            selection,
            random.nextBoolean() ? ConstantBlocks.ON : ConstantBlocks.OFF,
            random.nextBoolean() ? BlockOrder.STORED : BlockOrder.STREAMED);
    byte[] before = symbols(random, books.book(ids.getLast()), bias);
    byte[] symbols = symbols(random, books.book(ids.getFirst()), bias);
    return String.join(
        " ",
        "order",
        "" + lanes,
        flag(best),
        flag(policy.constant() == ConstantBlocks.ON),
        flag(policy.order() == BlockOrder.STREAMED),
        "" + rule,
        "" + bias,
        "" + ids.size(),
        String.join(" ", told),
        hex(before),
        hex(symbols),
        hex(second(books, policy, before, symbols)));
  }

  private static List<Bias> biases(int rule, int bias) {
    return switch (rule) {
      case GIVEN -> List.of(new Bias.Absolute(bias));
      case PREVIOUS -> List.of(new Bias.Previous());
      case MEAN -> List.of(Bias.MEAN);
      default -> Selection.Best.PLANE_BIASES;
    };
  }

  private static byte[] symbols(SplittableRandom random, Codebook book, int bias) {
    SymbolShape shape = SymbolShape.values()[random.nextInt(SymbolShape.values().length)];
    return shape.symbols(random, book, bias, 1 + random.nextInt(100));
  }

  /** The second of two blocks of a stream. */
  private static byte[] second(BookSet books, EncodePolicy policy, byte[] before, byte[] symbols) {
    byte[] both = Arrays.copyOf(before, before.length + symbols.length);
    System.arraycopy(symbols, 0, both, before.length, symbols.length);
    int first = BlockSize.bound(policy.order(), before.length);
    byte[] blocks = new byte[first + BlockSize.bound(policy.order(), symbols.length)];
    Batch batch = new Batch(2);
    batch.add(0, before.length, 0, first);
    batch.add(before.length, symbols.length, first, blocks.length - first);
    new SoftwareEncoder(ReferencePayload::new)
        .encode(books, policy, MemorySegment.ofArray(both), MemorySegment.ofArray(blocks), batch);
    return Arrays.copyOfRange(blocks, first, first + batch.bytes(1));
  }

  private static String flag(boolean value) {
    return value ? "1" : "0";
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
