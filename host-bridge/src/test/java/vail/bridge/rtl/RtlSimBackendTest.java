package vail.bridge.rtl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.backend.Backend;
import vail.backend.Cycles;
import vail.block.Batch;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.BlockSize;
import vail.block.EncodePolicy;
import vail.block.ReferencePayload;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.code.BookSet;
import vail.fault.Limits;
import vail.testing.BlockTools;

/** B-08 to B-26: batches through the circuits are the reference's, with the same faults. */
class RtlSimBackendTest {
  private static final int BATCH = 40;

  private final BlockEncoder encoder = new SoftwareEncoder(ReferencePayload::new);
  private final BlockDecoder decoder = new SoftwareDecoder(ReferencePayload::new);

  /** Where blocks lie, and what became of them. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Coded(byte[] bytes, Batch batch) {
    String results() {
      StringBuilder all = new StringBuilder("mean " + batch.streamMean());
      for (int i = 0; i < batch.size(); i++) {
        all.append(' ')
            .append(batch.ok(i) ? batch.bytes(i) : batch.fault(i) + "@" + batch.faultAt(i));
      }
      return all.toString();
    }

    byte[] block(int i) {
      int at = (int) batch.targetAt(i);
      return java.util.Arrays.copyOfRange(bytes, at, at + batch.bytes(i));
    }
  }

  @Test
  void aThousandBlocksOfAnyPolicyAreTheReferences() {
    compare("", 1_000, 1);
  }

  @Test
  @Tag("slow")
  void twentyThousandBlocksOfAnyPolicyAreTheReferences() {
    compare("", 20_000, 100);
  }

  @Test
  void pausesOnBothSidesChangeNothing() {
    compare("offer=80,take=120", 200, 50);
  }

  private void compare(String options, int blocks, int firstSeed) {
    try (Backend backend = Circuits.open(options)) {
      for (int i = 0; i < blocks / BATCH; i++) {
        compareBatch(backend, firstSeed + i);
      }
    }
  }

  private void compareBatch(Backend backend, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BookSet books = Circuits.books(new SplittableRandom(seed / 10));
    EncodePolicy policy = Circuits.policy(random);
    String what = policy + " (seed " + seed + ")";
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      pieces.add(Circuits.symbols(random, books, policy.order()));
    }
    int less = random.nextInt(4) == 0 ? 20 : 0;

    Coded expected = encode(encoder, books, policy, pieces, less);
    Coded got = encode(backend.encoder(), books, policy, pieces, less);
    assertEquals(expected.results(), got.results(), what);
    assertArrayEquals(expected.bytes(), got.bytes(), what);

    List<byte[]> blocks = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      if (expected.batch().ok(i)) {
        blocks.add(damaged(random, books, expected.block(i)));
      }
    }
    Coded symbols = decode(decoder, books, blocks);
    Coded same = decode(backend.decoder(), books, blocks);
    assertEquals(symbols.results(), same.results(), what);
    assertArrayEquals(symbols.bytes(), same.bytes(), what);
  }

  /**
   * Every third block with something wrong, of these every other one with a check that is right.
   */
  private static byte[] damaged(SplittableRandom random, BookSet books, byte[] block) {
    byte[] other = block.clone();
    switch (random.nextInt(15)) {
      case 0, 1 -> other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
      case 2 -> other = java.util.Arrays.copyOf(other, random.nextInt(other.length));
      case 3 -> other = java.util.Arrays.copyOf(other, other.length + 1 + random.nextInt(30));
      case 4 -> other[random.nextInt(Math.min(12, other.length))] = (byte) random.nextInt(256);
      default -> {
        return other;
      }
    }
    if (other.length >= BlockSize.FRAME && random.nextBoolean() && knows(books, other)) {
      BlockTools.repairCheck(books, other);
    }
    // another layout is legal, but not this hardware's
    boolean coded = other.length > 2 && other[0] != 0 && other[0] != -1;
    return coded && (other[2] & 31) != 4 ? block : other;
  }

  private static boolean knows(BookSet books, byte[] block) {
    return block[0] == 0 || block[0] == -1 || books.holds(block[0] & 0xff, block[1] & 0xff);
  }

  private static Coded encode(
      BlockEncoder by, BookSet books, EncodePolicy policy, List<byte[]> pieces, int less) {
    int all = pieces.stream().mapToInt(piece -> piece.length).sum();
    byte[] symbols = new byte[all];
    byte[] blocks = new byte[pieces.stream().mapToInt(p -> room(policy, p)).sum()];
    Batch batch = new Batch(BATCH);
    int from = 0;
    int to = 0;
    for (byte[] piece : pieces) {
      int room = room(policy, piece);
      System.arraycopy(piece, 0, symbols, from, piece.length);
      batch.add(from, piece.length, to, Math.max(0, room - (from % 3 == 0 ? less : 0)));
      from += piece.length;
      to += room;
    }
    by.encode(books, policy, MemorySegment.ofArray(symbols), MemorySegment.ofArray(blocks), batch);
    return new Coded(blocks, batch);
  }

  private static int room(EncodePolicy policy, byte[] piece) {
    return BlockSize.bound(policy.order(), piece.length);
  }

  private static Coded decode(BlockDecoder by, BookSet books, List<byte[]> blocks) {
    byte[] from = new byte[blocks.stream().mapToInt(block -> block.length).sum()];
    byte[] symbols = new byte[blocks.size() * Limits.MAX_BLOCK_SYMBOLS];
    Batch batch = new Batch(Math.max(1, blocks.size()));
    int at = 0;
    for (int i = 0; i < blocks.size(); i++) {
      byte[] block = blocks.get(i);
      System.arraycopy(block, 0, from, at, block.length);
      int room = i % 20 == 7 ? 60 : Limits.MAX_BLOCK_SYMBOLS;
      batch.add(at, block.length, i * (long) Limits.MAX_BLOCK_SYMBOLS, room);
      at += block.length;
    }
    Limits limits = new Limits(2_000, 0, 0, 0);
    by.decode(books, limits, MemorySegment.ofArray(from), MemorySegment.ofArray(symbols), batch);
    return new Coded(symbols, batch);
  }

  @Test
  void threadsHaveCircuitsOfTheirOwn() {
    try (Backend backend = Circuits.open("")) {
      IntStream.range(0, 8).parallel().forEach(i -> compareBatch(backend, 200 + i % 4));
    }
  }

  @Test
  void aCircuitThatHangsIsAFaultOfTheImplementation() {
    try (Backend backend = Circuits.open("take=0")) {
      BookSet books = Circuits.books(new SplittableRandom(7));
      List<byte[]> pieces = List.of(new byte[100], new byte[100]);
      EncodePolicy raw = EncodePolicy.stored(new vail.block.Selection.Raw());

      assertEquals(
          "mean 0 INTERNAL@0 INTERNAL@0",
          encode(backend.encoder(), books, raw, pieces, 0).results());
      Coded blocks = encode(encoder, books, raw, pieces, 0);
      assertEquals(
          "mean 0 INTERNAL@0 INTERNAL@0",
          decode(backend.decoder(), books, List.of(blocks.block(0), blocks.block(1))).results());
    }
  }

  @Test
  void countsItsCycles() {
    try (RtlSimBackend backend = Circuits.open("offer=128")) {
      BookSet books = Circuits.books(new SplittableRandom(7));
      EncodePolicy raw = EncodePolicy.stored(new vail.block.Selection.Raw());
      Cycles before = backend.encoderCycles();
      Coded blocks = encode(backend.encoder(), books, raw, List.of(new byte[1000]), 0);
      Cycles spent = backend.encoderCycles().since(before);

      assertEquals(1, spent.blocks());
      assertEquals(1000, spent.bytesIn());
      assertEquals(blocks.batch().bytes(0), spent.bytesOut());
      assertTrue(spent.total() > 1000 / 16 && spent.starved() > 20, spent.toString());
      assertEquals(0, spent.blocked());
    }
  }
}
