package vail.bridge.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vail.backend.Backend;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.BlockSize;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.ReferencePayload;
import vail.block.Selection;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.code.BookClass;
import vail.code.BookSet;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.Limits;

/** B-08 to B-26: batches through a circuit are the reference's, with the same faults. */
public final class Batches {
  private static final int BATCH = 40;
  private static final BlockEncoder ENCODER = new SoftwareEncoder(ReferencePayload::new);
  private static final BlockDecoder DECODER = new SoftwareDecoder(ReferencePayload::new);

  /** Faults that any comparison of a thousand blocks meets. */
  public static final Set<Fault> USUAL =
      Collections.unmodifiableSet(
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
              Fault.OUTPUT_TOO_SMALL));

  private final Set<Fault> faults = Collections.synchronizedSet(EnumSet.noneOf(Fault.class));

  /** Where blocks lie, and what became of them. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Coded(byte[] bytes, Batch batch) {
    /** A line that says what became of each. */
    public String results() {
      StringBuilder all = new StringBuilder("mean " + batch.streamMean());
      for (int i = 0; i < batch.size(); i++) {
        all.append(' ')
            .append(batch.ok(i) ? batch.bytes(i) : batch.fault(i) + "@" + batch.faultAt(i));
      }
      return all.toString();
    }

    /** The bytes of one that went well. */
    public byte[] block(int i) {
      int at = (int) batch.targetAt(i);
      return Arrays.copyOfRange(bytes, at, at + batch.bytes(i));
    }
  }

  /** Faults that were met so far. */
  public Set<Fault> faults() {
    return faults;
  }

  /** Compares a number of blocks, a batch for each seed. */
  public void compare(Backend backend, int blocks, int firstSeed) {
    for (int i = 0; i < blocks / BATCH; i++) {
      compareBatch(backend, firstSeed + i);
    }
  }

  /** Compares one batch both ways, with some of the blocks damaged in between. */
  public void compareBatch(Backend backend, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BookSet books = Orders.books(new SplittableRandom(seed / 10));
    EncodePolicy policy = Orders.policy(random);
    String what = policy + " (seed " + seed + ")";
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      pieces.add(Orders.symbols(random, books, policy.order()));
    }
    int less = random.nextInt(4) == 0 ? 20 : 0;

    Coded expected = encode(ENCODER, books, policy, pieces, less);
    Coded got = encode(backend.encoder(), books, policy, pieces, less);
    assertEquals(expected.results(), got.results(), what);
    assertArrayEquals(expected.bytes(), got.bytes(), what);

    List<byte[]> blocks = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      if (expected.batch().ok(i)) {
        blocks.add(Damage.some(random, books, expected.block(i)));
      }
    }
    Coded symbols = decode(DECODER, books, blocks);
    IntStream.range(0, blocks.size())
        .filter(i -> !symbols.batch().ok(i))
        .forEach(i -> faults.add(symbols.batch().fault(i)));
    Coded same = decode(backend.decoder(), books, blocks);
    assertEquals(symbols.results(), same.results(), what);
    assertArrayEquals(symbols.bytes(), same.bytes(), what);
  }

  /** A stored block whose payload would be twice its symbols, and more bytes than 17 bits count. */
  public static void compareTheWorstBlock(Backend backend) {
    int[] lengths = new int[CodeLengths.ESC + 1];
    for (int symbol = 0; symbol < 8; symbol++) {
      lengths[symbol] = symbol + 1;
    }
    lengths[CodeLengths.ESC] = 8;
    BookSet books = BookSet.empty().with(Orders.id(0), Codebook.of(BookClass.SHORT, 0, lengths));
    EncodePolicy policy =
        EncodePolicy.stored(new Selection.Fixed(Orders.id(0), Bias.NONE, Layout.LINK));
    byte[] symbols = new byte[Limits.MAX_BLOCK_SYMBOLS];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (byte) (100 + i % 3);
    }
    Coded got = encode(backend.encoder(), books, policy, List.of(symbols), 0);

    assertArrayEquals(encode(books, policy, List.of(symbols)).bytes(), got.bytes());
  }

  /** The reference's blocks. */
  public static Coded encode(BookSet books, EncodePolicy policy, List<byte[]> pieces) {
    return encode(ENCODER, books, policy, pieces, 0);
  }

  /** The reference's symbols. */
  public static Coded decode(BookSet books, List<byte[]> blocks) {
    return decode(DECODER, books, blocks);
  }

  /** Blocks of pieces; every third or so has less room than it might want. */
  public static Coded encode(
      BlockEncoder by, BookSet books, EncodePolicy policy, List<byte[]> pieces, int less) {
    int all = pieces.stream().mapToInt(piece -> piece.length).sum();
    byte[] symbols = new byte[all];
    byte[] blocks = new byte[pieces.stream().mapToInt(p -> room(policy, p)).sum()];
    Batch batch = new Batch(pieces.size());
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

  /** Symbols of blocks, some of which get little room. */
  public static Coded decode(BlockDecoder by, BookSet books, List<byte[]> blocks) {
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
}
