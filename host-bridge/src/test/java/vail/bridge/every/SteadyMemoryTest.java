package vail.bridge.every;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Limits;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/**
 * Once it is warm, no backend allocates anything on the heap for a block, but for the reference,
 * which is there to be read.
 */
class SteadyMemoryTest {
  private static final int BLOCKS = 2_000;
  private static final int SYMBOLS = 256;
  private static final int ROOM = SYMBOLS + 12;

  /** For two whole calls in some portions: less than one object, of 16 bytes, for each block. */
  private static final long TWO_CALLS = 20_000;

  private static final int ROUNDS = 30;

  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Stream<String> fast() {
    return Every.backends().filter(name -> !name.equals("java-reference"));
  }

  @ParameterizedTest
  @MethodSource("fast")
  void allocatesNothingPerBlock(String name) {
    SplittableRandom random = new SplittableRandom(77);
    BookId id = new BookId(1, 0);
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 20);
    BookSet books = BookSet.empty().with(id, book);
    byte[] symbols = SymbolShape.FITTING.symbols(random, book, 0, BLOCKS * SYMBOLS);
    EncodePolicy policy = EncodePolicy.stored(new Selection.Fixed(id, Bias.NONE, Layout.LINK));
    try (Backend backend = Every.open(name);
        Arena arena = Arena.ofConfined()) {
      MemorySegment from = arena.allocate(symbols.length).copyFrom(MemorySegment.ofArray(symbols));
      MemorySegment to = arena.allocate(BLOCKS * ROOM);
      Batch batch = new Batch(BLOCKS);
      long least = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS && least >= TWO_CALLS; round++) {
        least = Math.min(least, bothWays(backend, books, policy, from, to, batch));
      }
      assertTrue(least < TWO_CALLS, least + " bytes for " + BLOCKS + " blocks both ways");
    }
  }

  private long bothWays(
      Backend backend,
      BookSet books,
      EncodePolicy policy,
      MemorySegment from,
      MemorySegment to,
      Batch batch) {
    batch.restart();
    for (int i = 0; i < BLOCKS; i++) {
      batch.add((long) i * SYMBOLS, SYMBOLS, (long) i * ROOM, ROOM);
    }
    long before = thread.getCurrentThreadAllocatedBytes();
    backend.encoder().encode(books, policy, from, to, batch);
    long encoded = thread.getCurrentThreadAllocatedBytes() - before;
    assertTrue(batch.ok());
    int[] bytes = new int[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
      bytes[i] = batch.bytes(i);
    }
    batch.restart();
    for (int i = 0; i < BLOCKS; i++) {
      batch.add((long) i * ROOM, bytes[i], (long) i * SYMBOLS, SYMBOLS);
    }
    before = thread.getCurrentThreadAllocatedBytes();
    backend.decoder().decode(books, Limits.DEFAULT, to, from, batch);
    long decoded = thread.getCurrentThreadAllocatedBytes() - before;
    assertTrue(batch.ok());
    return encoded + decoded;
  }
}
