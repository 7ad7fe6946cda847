package vail.bridge.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.block.Bias;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.OneBlock;
import vail.block.ReferencePayload;
import vail.block.Selection;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.bridge.circuit.Batches;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.testing.BlockTools;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** B-08 to B-26 by every level on every layout, equal to the reference bit for bit. */
class NativeKernelsTest {
  private static final BookId ID = new BookId(7, 3);
  private static final BookId OTHER = new BookId(8, 0);
  private static final int[] SIZES = {1, 2, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 257, 1000};

  private final BlockEncoder reference = new SoftwareEncoder(ReferencePayload::new);
  private final BlockDecoder referenceDecoder = new SoftwareDecoder(ReferencePayload::new);

  /** A level on a layout with books of a class. */
  record Case(String level, Layout layout, BookClass bookClass) {}

  static Stream<Case> cases() {
    return Levels.ALL.stream()
        .flatMap(level ->
            Stream.of(1, 2, 4, 8, 16, 32, 64)
                .flatMap(lanes -> Stream.of(8, 16, 32).map(word -> new Layout(lanes, word)))
                .flatMap(layout ->
                    Stream.of(BookClass.values()).map(type -> new Case(level, layout, type))))
        .filter(of -> of.layout().legalFor(of.bookClass()));
  }

  private static EncodePolicy policy(Layout layout, int bias, BlockOrder order) {
    Selection fixed = new Selection.Fixed(ID, new Bias.Absolute(bias), layout);
    return new EncodePolicy(fixed, ConstantBlocks.OFF, order);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheReferencesBlocksAndReadsThem(Case of) {
    SplittableRandom random = new SplittableRandom(511);
    try (Backend backend = Levels.open(of.level())) {
      for (SymbolShape shape : SymbolShape.values()) {
        for (int size : SIZES) {
          compare(backend, of, shape, size, BlockOrder.STREAMED, random);
        }
        compare(backend, of, shape, 4_097, BlockOrder.STORED, random);
      }
      compare(backend, of, SymbolShape.FITTING, 65_535, BlockOrder.STORED, random);
      compare(backend, of, SymbolShape.ESCAPES, 16_384, BlockOrder.STREAMED, random);
    }
  }

  private void compare(
      Backend backend,
      Case of,
      SymbolShape shape,
      int size,
      BlockOrder order,
      SplittableRandom random) {
    String what = of + " " + shape + " " + size + " (seed 511)";
    Codebook book = RandomBooks.any(random, of.bookClass());
    BookSet books = BookSet.empty().with(ID, book);
    int bias = random.nextInt(3) == 0 ? 0 : random.nextInt(255);
    byte[] symbols = shape.symbols(random, book, bias, size);
    EncodePolicy policy = policy(of.layout(), bias, order);
    byte[] block = OneBlock.encode(reference, books, policy, symbols);

    assertArrayEquals(block, OneBlock.encode(backend.encoder(), books, policy, symbols), what);
    assertArrayEquals(
        symbols, OneBlock.decode(backend.decoder(), books, Limits.DEFAULT, block), what);
  }

  static Stream<String> levels() {
    return Levels.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("levels")
  void choosesTheReferencesBookAndBias(String level) {
    SplittableRandom random = new SplittableRandom(513);
    try (Backend backend = Levels.open(level)) {
      for (int trial = 0; trial < 400; trial++) {
        BookSet books = BookSet.empty();
        for (int slot = 1; slot <= 4; slot++) {
          BookClass type = random.nextInt(12) == 0 ? BookClass.LONG : BookClass.SHORT;
          books = books.with(new BookId(slot, 0), RandomBooks.any(random, type));
        }
        byte[] symbols =
            SymbolShape.FITTING.symbols(
                random, books.book(1, 0), random.nextInt(255), random.nextInt(1, 2_000));
        EncodePolicy policy =
            new EncodePolicy(best(random), ConstantBlocks.OFF, BlockOrder.STREAMED);
        assertArrayEquals(
            OneBlock.encode(reference, books, policy, symbols),
            OneBlock.encode(backend.encoder(), books, policy, symbols),
            level + " trial " + trial + " (seed 513)");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("levels")
  void readsBlocksOfTheBookWithoutAnEscape(String level) {
    SplittableRandom random = new SplittableRandom(514);
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 256);
    BookSet books = BookSet.empty().with(ID, book);
    try (Backend backend = Levels.open(level)) {
      for (Layout layout : List.of(Layout.WIDE, Layout.PORTABLE, Layout.LINK)) {
        byte[] symbols = SymbolShape.FITTING.symbols(random, book, 5, 1_000);
        byte[] block =
            OneBlock.encode(reference, books, policy(layout, 5, BlockOrder.STREAMED), symbols);
        assertArrayEquals(
            symbols, OneBlock.decode(backend.decoder(), books, Limits.DEFAULT, block), level);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("levels")
  void readsManyBlocksACallAsTheReferenceDoes(String level) {
    SplittableRandom random = new SplittableRandom(515);
    try (Backend backend = Levels.open(level)) {
      for (int trial = 0; trial < 150; trial++) {
        BookSet books =
            BookSet.empty()
                .with(ID, RandomBooks.any(random, BookClass.SHORT))
                .with(OTHER, RandomBooks.any(random, BookClass.SHORT));
        List<byte[]> blocks = new ArrayList<>();
        for (int i = random.nextInt(1, 10); i > 0; i--) {
          blocks.add(maybeDamaged(random, books));
        }
        String what = level + " trial " + trial + " (seed 515)";
        Batches.Coded expected = Batches.decode(books, blocks);
        Batches.Coded decoded = Batches.decode(backend.decoder(), books, blocks);
        assertEquals(expected.results(), decoded.results(), what);
        assertArrayEquals(expected.bytes(), decoded.bytes(), what);
      }
    }
  }

  private byte[] maybeDamaged(SplittableRandom random, BookSet books) {
    BookId id = random.nextInt(3) == 0 ? OTHER : ID;
    int bias = random.nextInt(255);
    byte[] symbols =
        SymbolShape.FITTING.symbols(random, books.book(id), bias, random.nextInt(1, 700));
    Layout layout = random.nextInt(4) == 0 ? Layout.PORTABLE : Layout.WIDE;
    Selection fixed = new Selection.Fixed(id, new Bias.Absolute(bias), layout);
    EncodePolicy policy = new EncodePolicy(fixed, ConstantBlocks.OFF, BlockOrder.STREAMED);
    byte[] block = OneBlock.encode(reference, books, policy, symbols);
    if (random.nextInt(3) > 0) {
      return block;
    }
    byte[] damaged = damaged(block, random);
    BlockTools.repairCheck(books, damaged);
    return damaged;
  }

  private static Selection best(SplittableRandom random) {
    List<Bias> biases =
        List.of(
            Bias.MEAN,
            new Bias.Mean(random.nextInt(-9, 10)),
            new Bias.Absolute(random.nextInt(255)));
    List<BookId> ids = IntStream.rangeClosed(1, 4).mapToObj(slot -> new BookId(slot, 0)).toList();
    return new Selection.Best(ids, biases, random.nextInt(1, 10), Layout.WIDE, Layout.WIDE_LONG);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsTheReferencesFaultAtTheSamePlace(Case of) {
    SplittableRandom random = new SplittableRandom(512);
    try (Backend backend = Levels.open(of.level())) {
      for (int trial = 0; trial < 25; trial++) {
        Codebook book = RandomBooks.any(random, of.bookClass());
        BookSet books = BookSet.empty().with(ID, book);
        int bias = random.nextInt(255);
        int size = random.nextInt(1, 5 * of.layout().symbolsPerRound(of.bookClass()));
        byte[] symbols = SymbolShape.FITTING.symbols(random, book, bias, size);
        EncodePolicy policy = policy(of.layout(), bias, BlockOrder.STREAMED);
        byte[] block = OneBlock.encode(reference, books, policy, symbols);
        for (int damage = 0; damage < 8; damage++) {
          byte[] damaged = damaged(block, random);
          BlockTools.repairCheck(books, damaged);
          assertEquals(
              outcome(referenceDecoder, books, damaged),
              outcome(backend.decoder(), books, damaged),
              of + " " + Arrays.toString(damaged) + " (seed 512)");
        }
      }
    }
  }

  /**
   * Cut, grown or with flipped bits; sizes in the tail fit again, so that the payload has its turn.
   */
  private static byte[] damaged(byte[] block, SplittableRandom random) {
    int payload = block.length - 12;
    int length = random.nextBoolean() ? payload : Math.max(1, payload + random.nextInt(-4, 5));
    byte[] damaged = new byte[length + 12];
    random.nextBytes(damaged);
    System.arraycopy(block, 0, damaged, 0, 6 + Math.min(payload, length));
    damaged[6 + length] = (byte) (length - 1);
    damaged[7 + length] = (byte) (length - 1 >>> 8);
    if (length == payload || random.nextBoolean()) {
      damaged[random.nextInt(6, 6 + length)] ^= (byte) (1 << random.nextInt(8));
    }
    return damaged;
  }

  private static String outcome(BlockDecoder decoder, BookSet books, byte[] block) {
    try {
      return Arrays.toString(OneBlock.decode(decoder, books, Limits.DEFAULT, block));
    } catch (VailFormatException e) {
      return e.fault() + " at " + e.offset();
    }
  }
}
