package vail.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Limits;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** Encoder and decoder together, over the reference. */
class SoftwareCodecTest {
  private static final BookId ID = new BookId(7, 3);
  private static final int[] SIZES = {1, 2, 3, 7, 63, 64, 65, 255, 256, 257, 1000, 4097};

  private final BlockEncoder encoder = new SoftwareEncoder(ReferencePayload::new);
  private final BlockDecoder decoder = new SoftwareDecoder(ReferencePayload::new);

  static Stream<Layout> layouts() {
    return Stream.of(1, 2, 4, 8, 16, 32, 64)
        .flatMap(lanes -> Stream.of(8, 16, 32).map(word -> new Layout(lanes, word)));
  }

  /** B-09, B-10, B-17. */
  @ParameterizedTest
  @MethodSource("layouts")
  void restoresEverySequenceOnEveryLegalLayout(Layout layout) {
    long seed = 4_001 + layout.lanes() * 100L + layout.wordBits();
    SplittableRandom random = new SplittableRandom(seed);
    for (BookClass bookClass : BookClass.values()) {
      if (!layout.legalFor(bookClass)) {
        continue;
      }
      for (SymbolShape shape : SymbolShape.values()) {
        for (int size : SIZES) {
          Codebook book = RandomBooks.any(random, bookClass);
          int bias = random.nextInt(255);
          byte[] symbols = shape.symbols(random, book, bias, size);
          Selection selection = new Selection.Fixed(ID, new Bias.Absolute(bias), layout);
          for (BlockOrder order : BlockOrder.values()) {
            restores(
                book,
                new EncodePolicy(selection, ConstantBlocks.OFF, order),
                symbols,
                "seed " + seed + " " + shape + " " + size + " " + order);
          }
        }
      }
    }
  }

  private void restores(Codebook book, EncodePolicy policy, byte[] symbols, String what) {
    BookSet books = BookSet.empty().with(ID, book);
    byte[] block = OneBlock.encode(encoder, books, policy, symbols);
    assertTrue(block.length <= BlockSize.bound(policy.order(), symbols.length), what);
    assertArrayEquals(symbols, OneBlock.decode(decoder, books, Limits.DEFAULT, block), what);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void restoresTheLargestBlock(Layout layout) {
    SplittableRandom random = new SplittableRandom(99);
    BookClass bookClass = layout.legalFor(BookClass.LONG) ? BookClass.LONG : BookClass.SHORT;
    Codebook book = RandomBooks.of(random, bookClass, 13);
    byte[] symbols = SymbolShape.FITTING.symbols(random, book, 9, 65_536);
    Selection selection = new Selection.Fixed(ID, new Bias.Absolute(9), layout);
    restores(book, EncodePolicy.stored(selection), symbols, "seed 99 " + layout);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void writesPerLaneItsBitsBeforeTheLastRoundInWordsAndOneMore(Layout layout) {
    SplittableRandom random = new SplittableRandom(17);
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 255);
    for (int size = 1; size < 300; size++) {
      byte[] symbols = SymbolShape.FITTING.symbols(random, book, 0, size);
      byte[] out = new byte[PayloadCoder.MAX_PAYLOAD];
      int bytes = new ReferencePayload().encode(book, 0, layout, symbols, size, out, 0);
      assertEquals(expectedBytes(book, layout, symbols), bytes, "seed 17 " + size);
    }
  }

  /** B-14: ceil(c / w) + 1 words a lane that has symbols, and a byte an escape. */
  private static int expectedBytes(Codebook book, Layout layout, byte[] symbols) {
    Rounds rounds = new Rounds(layout, book.bookClass(), symbols.length);
    int words = 0;
    for (int lane = 0; lane < layout.lanes(); lane++) {
      int last = lastRound(rounds, lane);
      int bits = 0;
      for (int round = 0; round < last; round++) {
        for (int step = 0; step < rounds.symbolsOf(lane, round); step++) {
          int symbol = symbols[rounds.symbol(round, lane, step)] & 0xff;
          bits += book.length(book.hasCode(symbol) ? symbol : 256);
        }
      }
      words += last < 0 ? 0 : (bits + layout.wordBits() - 1) / layout.wordBits() + 1;
    }
    int literals = 0;
    for (byte symbol : symbols) {
      literals += book.hasCode(symbol & 0xff) ? 0 : 1;
    }
    return words * layout.wordBits() / 8 + literals;
  }

  private static int lastRound(Rounds rounds, int lane) {
    int last = -1;
    for (int round = 0; round < rounds.count(); round++) {
      last = rounds.symbolsOf(lane, round) > 0 ? round : last;
    }
    return last;
  }

  /** B-26. */
  @ParameterizedTest
  @MethodSource("layouts")
  void neverPassesTwelveBytesBeyondTheSymbolsWhenStored(Layout layout) {
    SplittableRandom random = new SplittableRandom(5);
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 1);
    BookSet books = BookSet.empty().with(ID, book);
    Selection selection = new Selection.Fixed(ID, Bias.NONE, layout);
    for (int size : SIZES) {
      byte[] symbols = SymbolShape.ESCAPES.symbols(random, book, 0, size);
      byte[] block = OneBlock.encode(encoder, books, EncodePolicy.stored(selection), symbols);
      assertTrue(block.length <= size + 12, "seed 5 " + size);
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void givesTheSameBlocksInOneBatchAsOneByOne(Layout layout) {
    SplittableRandom random = new SplittableRandom(23);
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 40);
    BookSet books = BookSet.empty().with(ID, book);
    EncodePolicy policy = EncodePolicy.stored(new Selection.Fixed(ID, Bias.MEAN, layout));
    List<byte[]> sources =
        Stream.of(1, 100, 4096, 77)
            .map(size -> SymbolShape.FITTING.symbols(random, book, 0, size))
            .toList();
    BatchOfArrays all = BatchOfArrays.encode(encoder, books, policy, sources);
    for (int i = 0; i < sources.size(); i++) {
      assertArrayEquals(
          OneBlock.encode(encoder, books, policy, sources.get(i)), all.result(i), "seed 23 " + i);
    }
  }

  @Test
  void givesTheSameBlocksToManyThreadsAtOnce() {
    SplittableRandom random = new SplittableRandom(41);
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 40);
    BookSet books = BookSet.empty().with(ID, book);
    EncodePolicy policy = EncodePolicy.stored(new Selection.Fixed(ID, Bias.MEAN, Layout.PORTABLE));
    byte[] symbols = SymbolShape.FITTING.symbols(random, book, 0, 5_000);
    byte[] expected = OneBlock.encode(encoder, books, policy, symbols);
    IntStream.range(0, 200)
        .parallel()
        .forEach(call -> {
          byte[] block = OneBlock.encode(encoder, books, policy, symbols);
          assertArrayEquals(expected, block, "call " + call);
          assertArrayEquals(
              symbols, OneBlock.decode(decoder, books, Limits.DEFAULT, block), "call " + call);
        });
  }
}
