package vail.bridge.every;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.backend.Backend;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.ReferencePayload;
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

/**
 * B-05 to B-26: random blocks, a hundred a call, are the reference's, bit for bit and fault for
 * fault. Books, layouts and rules change from call to call; sizes and shapes from block to block.
 */
class ManyBatchesTest {
  private static final int BLOCKS_A_CALL = 100;
  private static final List<BookId> IDS =
      List.of(new BookId(1, 0), new BookId(2, 0), new BookId(2, 7), new BookId(200, 255));

  private final BlockEncoder encoder = new SoftwareEncoder(ReferencePayload::new);
  private final BlockDecoder decoder = new SoftwareDecoder(ReferencePayload::new);

  @Test
  void twoThousandBlocksAreTheReferences() {
    compare(20, 30_000);
  }

  @Test
  @Tag("thorough")
  void twentyThousandBlocksAreTheReferences() {
    compare(200, 40_000);
  }

  @Test
  @Tag("slow")
  void aMillionBlocksAreTheReferences() {
    compare(10_000, 50_000);
  }

  private void compare(int calls, int firstSeed) {
    Map<String, Backend> backends = new TreeMap<>();
    Every.families().forEach(name -> backends.put(name, Every.open(name)));
    try {
      for (int seed = firstSeed; seed < firstSeed + calls; seed++) {
        compare(backends, new SplittableRandom(seed), "seed " + seed);
      }
    } finally {
      backends.values().forEach(Backend::close);
    }
  }

  private void compare(Map<String, Backend> backends, SplittableRandom random, String seed) {
    BookSet books = BookSet.empty();
    for (BookId id : IDS) {
      books = books.with(id, RandomBooks.any(random, BookClass.values()[random.nextInt(2)]));
    }
    BookSet installed = books;
    EncodePolicy policy = policy(random, books);
    byte[][] blocks = blocks(random, books, policy.order());
    Coded encoded = encode(encoder, books, policy, blocks);
    byte[][] damaged = cut(encoded);
    damage(random, books, damaged);
    Coded decoded = decode(decoder, books, damaged);
    backends.forEach((name, backend) -> {
      String which = name + " " + seed + " " + policy;
      assertSame(encoded, encode(backend.encoder(), installed, policy, blocks), which);
      assertSame(decoded, decode(backend.decoder(), installed, damaged), which);
    });
  }

  private static void assertSame(Coded expected, Coded actual, String which) {
    assertEquals(expected.results(), actual.results(), which);
    assertEquals(-1, expected.bytes().mismatch(actual.bytes()), which);
  }

  private static EncodePolicy policy(SplittableRandom random, BookSet books) {
    BookId id = IDS.get(random.nextInt(IDS.size()));
    Layout layout = layout(random, books.book(id).bookClass());
    List<Bias> biases =
        List.of(
            Bias.MEAN,
            new Bias.Mean(random.nextInt(-254, 255)),
            new Bias.Previous(),
            new Bias.Absolute(random.nextInt(255)));
    Selection selection =
        switch (random.nextInt(8)) {
          case 0 -> new Selection.Raw();
          case 1, 2 ->
              new Selection.Best(
                  IDS,
                  biases,
                  random.nextInt(1, 12),
                  layout(random, BookClass.SHORT),
                  layout(random, BookClass.LONG));
          default -> new Selection.Fixed(id, biases.get(random.nextInt(4)), layout);
        };
    ConstantBlocks constant = ConstantBlocks.values()[random.nextInt(2)];
    return new EncodePolicy(selection, constant, BlockOrder.values()[random.nextInt(2)]);
  }

  private static Layout layout(SplittableRandom random, BookClass bookClass) {
    Layout any = new Layout(1 << random.nextInt(7), 8 << random.nextInt(3));
    return any.legalFor(bookClass) ? any : Layout.PORTABLE;
  }

  /** Mostly a few rounds; up to 4,097, and now and then one of the largest. */
  private static byte[][] blocks(SplittableRandom random, BookSet books, BlockOrder order) {
    int most =
        order == BlockOrder.STORED ? Limits.MAX_BLOCK_SYMBOLS : BlockSize.MAX_STREAMED_SYMBOLS;
    byte[][] blocks = new byte[BLOCKS_A_CALL][];
    for (int i = 0; i < blocks.length; i++) {
      int kind = random.nextInt(500);
      int size = kind == 0 ? most - random.nextInt(2) : random.nextInt(1, kind < 50 ? 4_098 : 300);
      SymbolShape shape = SymbolShape.values()[random.nextInt(SymbolShape.values().length)];
      BookId id = IDS.get(random.nextInt(IDS.size()));
      blocks[i] = shape.symbols(random, books.book(id), random.nextInt(255), size);
    }
    return blocks;
  }

  /** What became of a call. */
  private record Coded(Batch batch, MemorySegment bytes) {
    List<String> results() {
      List<String> all = new ArrayList<>(List.of("mean " + batch.streamMean()));
      for (int i = 0; i < batch.size(); i++) {
        all.add(batch.ok(i) ? "" + batch.bytes(i) : batch.fault(i) + "@" + batch.faultAt(i));
      }
      return all;
    }
  }

  private static Coded encode(
      BlockEncoder by, BookSet books, EncodePolicy policy, byte[][] sources) {
    Batch batch = new Batch(sources.length);
    byte[] from = joined(sources, batch, size -> BlockSize.bound(policy.order(), size));
    MemorySegment to = MemorySegment.ofArray(new byte[end(batch)]);
    by.encode(books, policy, MemorySegment.ofArray(from), to, batch);
    return new Coded(batch, to);
  }

  private static Coded decode(BlockDecoder by, BookSet books, byte[][] sources) {
    Batch batch = new Batch(sources.length);
    byte[] from = joined(sources, batch, size -> Limits.MAX_BLOCK_SYMBOLS / 16);
    MemorySegment to = MemorySegment.ofArray(new byte[end(batch)]);
    by.decode(books, Limits.DEFAULT, MemorySegment.ofArray(from), to, batch);
    return new Coded(batch, to);
  }

  private static byte[] joined(byte[][] sources, Batch batch, IntUnaryOperator room) {
    byte[] all = new byte[Arrays.stream(sources).mapToInt(source -> source.length).sum()];
    int at = 0;
    int to = 0;
    for (byte[] source : sources) {
      System.arraycopy(source, 0, all, at, source.length);
      batch.add(at, source.length, to, room.applyAsInt(source.length));
      at += source.length;
      to += room.applyAsInt(source.length);
    }
    return all;
  }

  private static int end(Batch batch) {
    int last = batch.size() - 1;
    return (int) batch.targetAt(last) + batch.targetRoom(last);
  }

  private static byte[][] cut(Coded coded) {
    byte[][] blocks = new byte[coded.batch().size()][];
    for (int i = 0; i < blocks.length; i++) {
      long at = coded.batch().targetAt(i);
      blocks[i] = coded.bytes().asSlice(at, coded.batch().bytes(i)).toArray(JAVA_BYTE);
    }
    return blocks;
  }

  /** Cuts, lengthens or alters every other block, mostly with a check that is right again. */
  private static void damage(SplittableRandom random, BookSet books, byte[][] blocks) {
    for (int i = 0; i < blocks.length; i += 2) {
      int length = blocks[i].length + (random.nextInt(4) == 0 ? random.nextInt(-3, 4) : 0);
      blocks[i] = Arrays.copyOf(blocks[i], Math.max(length, 0));
      if (blocks[i].length > 0) {
        blocks[i][random.nextInt(blocks[i].length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (random.nextInt(8) != 0) {
        BlockTools.repairCheck(books, blocks[i]);
      }
    }
  }
}
