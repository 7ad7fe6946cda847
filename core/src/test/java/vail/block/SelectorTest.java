package vail.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.code.BiasTransform;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** Options of the encoder, seen in the heads of the blocks they lead to. */
class SelectorTest {
  private final SplittableRandom random = new SplittableRandom(77);
  private final BlockEncoder encoder = new SoftwareEncoder(ReferencePayload::new);

  private BlockHeader headerOf(BookSet books, Selection selection, byte[] symbols) {
    EncodePolicy policy = new EncodePolicy(selection, ConstantBlocks.OFF, BlockOrder.STREAMED);
    byte[] block = OneBlock.encode(encoder, books, policy, symbols);
    return BlockHeader.parse(MemorySegment.ofArray(block), Limits.DEFAULT);
  }

  private static Selection.Best best(List<BookId> ids, List<Bias> biases, int stride) {
    return new Selection.Best(ids, biases, stride, Layout.LINK, Layout.WIDE_LONG);
  }

  /** B-25, spelled out: every candidate, every bias, every symbol of the sample. */
  private static String bestByCounting(BookSet books, Selection.Best best, byte[] symbols) {
    long fewest = Long.MAX_VALUE;
    String winner = "";
    for (BookId id : best.books()) {
      for (Bias rule : best.biases()) {
        int bias = biasOf(rule, books.book(id), symbols);
        long bits = 0;
        for (int i = 0; i < symbols.length; i++) {
          boolean sampled = i / 64 % best.stride() == 0;
          int t = BiasTransform.apply(symbols[i] & 0xff, bias);
          bits += sampled ? books.book(id).cost(t) : 0;
        }
        if (bits < fewest) {
          fewest = bits;
          winner = id + " bias " + bias;
        }
      }
    }
    return winner;
  }

  private static int biasOf(Bias rule, Codebook book, byte[] symbols) {
    long sum = 0;
    int nonZero = 0;
    for (byte symbol : symbols) {
      sum += symbol & 0xff;
      nonZero += symbol != 0 ? 1 : 0;
    }
    int mean = nonZero == 0 ? 0 : Math.floorMod((int) (sum / nonZero) - book.center(), 255);
    return switch (rule) {
      case Bias.Absolute absolute -> absolute.value();
      case Bias.Mean offset -> Math.floorMod(mean + offset.offset(), 255);
      case Bias.Previous previous -> throw new AssertionError("not in this test");
    };
  }

  @Test
  void choosesAsCountingEverySampledSymbolWould() {
    List<Bias> biases = List.of(Bias.MEAN, new Bias.Mean(-1), new Bias.Mean(1), Bias.NONE);
    for (int round = 0; round < 200; round++) {
      BookSet books = BookSet.empty();
      for (int slot = 1; slot <= 4; slot++) {
        BookClass bookClass = random.nextBoolean() ? BookClass.LONG : BookClass.SHORT;
        books = books.with(new BookId(slot * 9, slot), RandomBooks.any(random, bookClass));
      }
      List<BookId> ids = List.copyOf(books.books().keySet());
      Selection.Best best = best(ids, biases, random.nextInt(1, 9));
      Codebook like = books.book(ids.get(random.nextInt(4)));
      int count = random.nextInt(1, 1500);
      byte[] symbols = SymbolShape.FITTING.symbols(random, like, random.nextInt(255), count);
      BlockHeader header = headerOf(books, best, symbols);
      assertEquals(
          bestByCounting(books, best, symbols),
          header.book().orElseThrow() + " bias " + header.bias(),
          "seed 77, round " + round);
    }
  }

  @Test
  void triesLowerSlotsAndEpochsFirst() {
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 9);
    BookSet books =
        BookSet.empty()
            .with(new BookId(5, 1), book)
            .with(new BookId(5, 0), book)
            .with(new BookId(9, 0), book);
    List<BookId> backwards = List.of(new BookId(9, 0), new BookId(5, 1), new BookId(5, 0));
    BlockHeader header = headerOf(books, best(backwards, List.of(Bias.NONE), 1), new byte[99]);
    assertEquals(new BookId(5, 0), header.book().orElseThrow());
  }

  @Test
  void keepsTheFirstBiasOfEqualOnes() {
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 9);
    BookId id = new BookId(1, 0);
    Selection.Best best = best(List.of(id), List.of(new Bias.Absolute(40), Bias.NONE), 1);
    assertEquals(40, headerOf(BookSet.empty().with(id, book), best, new byte[9]).bias());
  }

  /** B-06, C-06. */
  @Test
  void takesBiasZeroForABlockOfZerosAndCountsTheOffsetFromThere() {
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 9);
    BookId id = new BookId(1, 0);
    BookSet books = BookSet.empty().with(id, book);
    assertEquals(
        0, headerOf(books, new Selection.Fixed(id, Bias.MEAN, Layout.LINK), new byte[9]).bias());
    assertEquals(
        254,
        headerOf(books, new Selection.Fixed(id, new Bias.Mean(-1), Layout.LINK), new byte[9])
            .bias());
  }

  @Test
  void usesTheMeanOfTheBlockBeforeAcrossCallsUntilTheStreamRestarts() {
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 200);
    BookId id = new BookId(1, 0);
    BookSet books = BookSet.empty().with(id, book);
    Selection previous = new Selection.Fixed(id, new Bias.Previous(), Layout.LINK);
    EncodePolicy policy = new EncodePolicy(previous, ConstantBlocks.OFF, BlockOrder.STREAMED);
    byte[] sevens = new byte[10];
    Arrays.fill(sevens, 0, 5, (byte) 7);
    byte[] target = new byte[BlockSize.bound(BlockOrder.STREAMED, 10)];
    Batch batch = new Batch(1);
    int[] biases = new int[3];
    for (int call = 0; call < 3; call++) {
      batch.clear();
      if (call == 2) {
        batch.restart();
      }
      batch.add(0, 10, 0, target.length);
      encoder.encode(
          books, policy, MemorySegment.ofArray(sevens), MemorySegment.ofArray(target), batch);
      biases[call] = target[3] & 0xff;
    }
    assertEquals(
        List.of(0, Math.floorMod(7 - book.center(), 255), 0),
        Arrays.stream(biases).boxed().toList());
  }

  /** B-07. */
  @Test
  void leavesABlockThatDidNotFitOutOfTheStream() {
    BookId id = new BookId(1, 0);
    BookSet books = BookSet.empty().with(id, RandomBooks.of(random, BookClass.SHORT, 200));
    Selection previous = new Selection.Fixed(id, new Bias.Previous(), Layout.LINK);
    EncodePolicy policy = new EncodePolicy(previous, ConstantBlocks.OFF, BlockOrder.STREAMED);
    byte[] sevens = {7, 7, 7, 7};
    byte[] target = new byte[BlockSize.bound(BlockOrder.STREAMED, 4)];
    Batch batch = new Batch(2);
    batch.add(0, 4, 0, 1);
    batch.add(0, 4, 0, target.length);

    encoder.encode(
        books, policy, MemorySegment.ofArray(sevens), MemorySegment.ofArray(target), batch);

    assertEquals(Fault.OUTPUT_TOO_SMALL, batch.fault(0));
    assertEquals(0, target[3]);
  }

  /** B-23. */
  @Test
  void makesConstantBlocksOfTwoOrMoreEqualSymbolsOnlyWhereAsked() {
    BookId id = new BookId(1, 0);
    BookSet books = BookSet.empty().with(id, RandomBooks.of(random, BookClass.SHORT, 255));
    Selection fixed = new Selection.Fixed(id, Bias.NONE, Layout.LINK);
    for (BlockOrder order : BlockOrder.values()) {
      EncodePolicy on = new EncodePolicy(fixed, ConstantBlocks.ON, order);
      assertEquals(255, OneBlock.encode(encoder, books, on, new byte[2])[0] & 0xff);
      assertEquals(13, OneBlock.encode(encoder, books, on, new byte[9_000]).length);
      EncodePolicy off = new EncodePolicy(fixed, ConstantBlocks.OFF, order);
      int slot = OneBlock.encode(encoder, books, off, new byte[2])[0] & 0xff;
      assertEquals(order == BlockOrder.STORED ? 0 : 1, slot);
    }
  }
}
