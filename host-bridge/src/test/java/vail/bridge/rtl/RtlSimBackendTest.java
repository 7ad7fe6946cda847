package vail.bridge.rtl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import vail.fault.Fault;
import vail.fault.Limits;

/** B-08 to B-26: batches through the circuits are the reference's, with the same faults. */
class RtlSimBackendTest {
  private static final int BATCH = 40;

  private final BlockEncoder encoder = new SoftwareEncoder(ReferencePayload::new);
  private final Set<Fault> faults = Collections.synchronizedSet(EnumSet.noneOf(Fault.class));
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

    Set<Fault> met =
        EnumSet.of(
            Fault.TRUNCATED,
            Fault.UNSUPPORTED_VERSION,
            Fault.BAD_FIELD,
            Fault.LIMIT_EXCEEDED,
            Fault.CODEBOOK_UNKNOWN,
            Fault.TRAILING_DATA,
            Fault.CHECKSUM,
            Fault.INVALID_CODEWORD,
            Fault.SYMBOL_COUNT_MISMATCH,
            Fault.OUTPUT_TOO_SMALL);
    assertTrue(faults.containsAll(met), faults.toString());
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
        blocks.add(Damage.some(random, books, expected.block(i)));
      }
    }
    Coded symbols = decode(decoder, books, blocks);
    IntStream.range(0, blocks.size())
        .filter(i -> !symbols.batch().ok(i))
        .forEach(i -> faults.add(symbols.batch().fault(i)));
    Coded same = decode(backend.decoder(), books, blocks);
    assertEquals(symbols.results(), same.results(), what);
    assertArrayEquals(symbols.bytes(), same.bytes(), what);
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
  void leavesNoCircuitBehind() {
    RtlSimBackend backend = Circuits.open("");
    compareBatch(backend, 300);
    assertTrue(backend.circuits() >= 2, backend.circuits() + " circuits");
    backend.close();

    assertEquals(0, backend.circuits());
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
