package vail.bridge.every;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.ReferencePayload;
import vail.block.Release;
import vail.block.Selection;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.fault.Limits;
import vail.testing.BlockTools;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** Whole batches across every bridge, against the software codec of core. */
class EqualBatchesTest {
  private static final String BRIDGES = "vail.bridge.every.Every#bridges";

  private static final int BLOCKS = 300;
  private static final int MOST = 500;
  private static final int ROOM = 700;

  private final SplittableRandom random = new SplittableRandom(31);
  private final BookSet books =
      BookSet.empty()
          .with(new BookId(1, 0), RandomBooks.of(random, BookClass.SHORT, 20))
          .with(new BookId(1, 1), RandomBooks.of(random, BookClass.SHORT, 20))
          .with(new BookId(9, 200), RandomBooks.of(random, BookClass.LONG, 60));
  private final byte[] symbols = symbols();
  private final BlockEncoder encoder = new SoftwareEncoder(ReferencePayload::new);
  private final BlockDecoder decoder = new SoftwareDecoder(ReferencePayload::new);

  private byte[] symbols() {
    List<SymbolShape> shapes = List.of(SymbolShape.values());
    byte[] all = new byte[BLOCKS * MOST];
    for (int i = 0; i < BLOCKS; i++) {
      SymbolShape shape = shapes.get(i % shapes.size());
      byte[] some = shape.symbols(random, books.book(1, i % 2), 3, MOST);
      System.arraycopy(some, 0, all, i * MOST, MOST);
    }
    return all;
  }

  /** Blocks of all sizes, some of them with too little room or no symbols. */
  private static Batch batch() {
    Batch batch = new Batch(BLOCKS);
    for (int i = 0; i < BLOCKS; i++) {
      batch.add((long) i * MOST, i * 7 % (MOST + 1), (long) i * ROOM, i % 10 == 9 ? 60 : ROOM);
    }
    return batch;
  }

  private static List<EncodePolicy> policies() {
    List<BookId> all = List.of(new BookId(9, 200), new BookId(1, 1), new BookId(1, 0));
    List<Bias> biases =
        List.of(Bias.MEAN, new Bias.Mean(-2), new Bias.Previous(), new Bias.Absolute(3));
    List<EncodePolicy> policies = new ArrayList<>();
    for (BlockOrder order : BlockOrder.values()) {
      for (ConstantBlocks constant : ConstantBlocks.values()) {
        policies.add(new EncodePolicy(new Selection.Raw(), constant, order));
        for (Bias bias : biases) {
          Selection fixed = new Selection.Fixed(new BookId(1, 1), bias, Layout.LINK);
          policies.add(new EncodePolicy(fixed, constant, order));
        }
        for (int stride : new int[] {1, 2, 8}) {
          Selection best =
              new Selection.Best(all, biases, stride, Layout.PORTABLE, Layout.WIDE_LONG);
          policies.add(new EncodePolicy(best, constant, order));
        }
      }
    }
    Selection unknown = new Selection.Fixed(new BookId(2, 0), Bias.NONE, Layout.WIDE);
    Selection illegal = new Selection.Fixed(new BookId(9, 200), Bias.NONE, Layout.WIDE);
    policies.add(EncodePolicy.stored(unknown));
    policies.add(EncodePolicy.stored(illegal));
    return policies;
  }

  @ParameterizedTest
  @MethodSource(BRIDGES)
  void givesTheSameBatchesUnderEveryPolicy(String name) {
    try (Backend backend = Every.open(name)) {
      for (EncodePolicy policy : policies()) {
        assertEquals(
            outcome(encoder, policy, new byte[BLOCKS * ROOM]),
            outcome(backend.encoder(), policy, new byte[BLOCKS * ROOM]),
            policy + " (seed 31)");
      }
    }
  }

  private String outcome(BlockEncoder by, EncodePolicy policy, byte[] blocks) {
    Batch batch = batch();
    by.encode(books, policy, MemorySegment.ofArray(symbols), MemorySegment.ofArray(blocks), batch);
    return results(batch) + java.util.Arrays.hashCode(blocks) + " " + batch.streamMean();
  }

  private static String results(Batch batch) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < batch.size(); i++) {
      all.append(batch.ok(i) ? batch.bytes(i) : batch.fault(i) + "@" + batch.faultAt(i))
          .append(' ');
    }
    return all.toString();
  }

  @ParameterizedTest
  @MethodSource(BRIDGES)
  void readsAndWritesArraysAndNativeMemoryAlike(String name) {
    try (Backend backend = Every.open(name)) {
      EncodePolicy policy =
          EncodePolicy.stored(new Selection.Fixed(new BookId(1, 0), Bias.MEAN, Layout.WIDE));
      byte[] blocks = new byte[BLOCKS * ROOM];
      Batch encoded = batch();
      encoder.encode(
          books, policy, MemorySegment.ofArray(symbols), MemorySegment.ofArray(blocks), encoded);
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment from = arena.allocate(blocks.length).copyFrom(MemorySegment.ofArray(blocks));
        for (MemorySegment source : List.of(from, MemorySegment.ofArray(blocks))) {
          for (MemorySegment target :
              List.of(
                  arena.allocate(symbols.length),
                  MemorySegment.ofArray(new byte[symbols.length]))) {
            Batch batch = decoding(encoded);
            backend.decoder().decode(books, Limits.DEFAULT, source, target, batch);
            Batch expected = decoding(encoded);
            MemorySegment wanted = MemorySegment.ofArray(new byte[symbols.length]);
            decoder.decode(books, Limits.DEFAULT, source, wanted, expected);
            assertEquals(results(expected), results(batch));
            assertEquals(-1, wanted.mismatch(target));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource(BRIDGES)
  void givesTheSameSymbolsAndFaultsToATargetThatIsScratch(String name) {
    try (Backend backend = Every.open(name)) {
      EncodePolicy policy =
          EncodePolicy.stored(new Selection.Fixed(new BookId(1, 0), Bias.MEAN, Layout.PORTABLE));
      byte[] blocks = new byte[BLOCKS * ROOM];
      Batch encoded = batch();
      encoder.encode(
          books, policy, MemorySegment.ofArray(symbols), MemorySegment.ofArray(blocks), encoded);
      breakSomePayloads(blocks, encoded);
      byte[] whole = new byte[symbols.length];
      byte[] scratch = new byte[symbols.length];

      Batch first = decoding(encoded, Release.WHOLE);
      decode(backend, blocks, whole, first);
      Batch second = decoding(encoded, Release.SCRATCH);
      decode(backend, blocks, scratch, second);

      assertEquals(results(first), results(second));
      for (int i = 0; i < BLOCKS; i++) {
        if (first.ok(i)) {
          int at = (int) first.targetAt(i);
          int end = at + first.bytes(i);
          assertEquals(-1, Arrays.mismatch(whole, at, end, scratch, at, end), "block " + i);
        }
      }
    }
  }

  private void decode(Backend backend, byte[] from, byte[] to, Batch batch) {
    backend
        .decoder()
        .decode(
            books, Limits.DEFAULT, MemorySegment.ofArray(from), MemorySegment.ofArray(to), batch);
  }

  /** Breaks every fourth block behind its head, and makes its check right again. */
  private void breakSomePayloads(byte[] blocks, Batch encoded) {
    for (int i = 0; i < BLOCKS; i += 4) {
      if (encoded.ok(i)) {
        int at = (int) encoded.targetAt(i);
        byte[] block = Arrays.copyOfRange(blocks, at, at + encoded.bytes(i));
        block[block.length - 1] ^= 0x40;
        BlockTools.repairCheck(books, block);
        System.arraycopy(block, 0, blocks, at, block.length);
      }
    }
  }

  private static Batch decoding(Batch encoded) {
    return decoding(encoded, Release.WHOLE);
  }

  private static Batch decoding(Batch encoded, Release release) {
    Batch batch = new Batch(BLOCKS, release);
    for (int i = 0; i < encoded.size(); i++) {
      int bytes = encoded.ok(i) ? encoded.bytes(i) : 5;
      batch.add(encoded.targetAt(i), bytes, encoded.sourceAt(i), encoded.sourceBytes(i));
    }
    return batch;
  }

  @ParameterizedTest
  @MethodSource(BRIDGES)
  void givesTheSameBlocksToManyThreadsAtOnce(String name) {
    try (Backend backend = Every.open(name)) {
      EncodePolicy policy =
          EncodePolicy.stored(new Selection.Fixed(new BookId(1, 0), Bias.MEAN, Layout.PORTABLE));
      String expected = outcome(encoder, policy, new byte[BLOCKS * ROOM]);
      IntStream.range(0, 100)
          .parallel()
          .forEach(call ->
              assertEquals(expected, outcome(backend.encoder(), policy, new byte[BLOCKS * ROOM])));
    }
  }

  @ParameterizedTest
  @MethodSource(BRIDGES)
  void refusesBlocksOutsideOfTheirSegments(String name) {
    try (Backend backend = Every.open(name)) {
      Batch batch = new Batch(1);
      batch.add(10, 100, 0, ROOM);
      MemorySegment few = MemorySegment.ofArray(new byte[109]);
      MemorySegment target = MemorySegment.ofArray(new byte[ROOM]);
      EncodePolicy raw = EncodePolicy.stored(new Selection.Raw());

      assertThrows(
          IndexOutOfBoundsException.class,
          () -> backend.encoder().encode(books, raw, few, target, batch));
      assertThrows(
          IllegalArgumentException.class,
          () -> backend.encoder().encode(books, raw, target, target.asReadOnly(), batch));
    }
  }
}
