package vail.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vail.block.Layout;
import vail.block.PayloadCoder;
import vail.block.PayloadCoderContract;
import vail.block.ReferencePayload;
import vail.code.BookClass;
import vail.code.Codebook;
import vail.testing.Absence;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/**
 * The vector kernels, forced: they are correct on every processor, though on most a hundred times
 * slower than the scalar ones.
 */
class VectorPayloadTest extends PayloadCoderContract {
  private static final int SYMBOLS = 4096;
  private static final int BLOCKS = 300;

  @Override
  protected PayloadCoder coder() {
    return new VectorPayload();
  }

  /** The layout of the kernels, and for the way past them one of each class. */
  protected static Stream<Case> cases() {
    return Stream.of(
        new Case(Layout.WIDE, BookClass.SHORT),
        new Case(Layout.PORTABLE, BookClass.SHORT),
        new Case(Layout.WIDE_LONG, BookClass.LONG));
  }

  /** Escapes from none to all, at every size of the last round. */
  @Test
  void equalsTheReferenceAtEveryShareOfEscapes() {
    SplittableRandom random = new SplittableRandom(81);
    PayloadCoder coder = coder();
    PayloadCoder reference = new ReferencePayload();
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 100);
    byte[] expected = new byte[PayloadCoder.MAX_PAYLOAD + PayloadCoder.SLACK];
    byte[] actual = new byte[expected.length];
    for (int size = 1; size <= 200; size++) {
      int percent = size % 101;
      byte[] plain = SymbolShape.FITTING.symbols(random, book, 7, size);
      byte[] escapes = SymbolShape.ESCAPES.symbols(random, book, 7, size);
      byte[] symbols = new byte[size + PayloadCoder.SLACK];
      for (int i = 0; i < size; i++) {
        symbols[i] = random.nextInt(100) < percent ? escapes[i] : plain[i];
      }
      int bytes = coder.encode(book, 7, Layout.WIDE, symbols, size, actual, 0);
      assertEquals(
          reference.encode(book, 7, Layout.WIDE, symbols, size, expected, 0),
          bytes,
          "seed 81 " + size);
      assertEquals(-1, Arrays.mismatch(expected, 0, bytes, actual, 0, bytes), "seed 81 " + size);
      byte[] decoded = new byte[symbols.length];
      coder.decode(book, 7, Layout.WIDE, actual, 0, bytes, decoded, size);
      assertEquals(-1, Arrays.mismatch(symbols, 0, size, decoded, 0, size), "seed 81 " + size);
    }
  }

  @Test
  void leavesABookWithoutAnEscapeToTheScalarKernels() {
    int[] lengths = new int[257];
    Arrays.fill(lengths, 0, 256, 8);
    Codebook even = Codebook.of(BookClass.SHORT, 0, lengths);
    byte[] symbols = new byte[700 + PayloadCoder.SLACK];
    new SplittableRandom(82).nextBytes(symbols);
    byte[] out = new byte[PayloadCoder.MAX_PAYLOAD + PayloadCoder.SLACK];
    byte[] decoded = new byte[symbols.length];
    PayloadCoder coder = coder();

    int bytes = coder.encode(even, 3, Layout.WIDE, symbols, 700, out, 0);
    coder.decode(even, 3, Layout.WIDE, out, 0, bytes, decoded, 700);

    assertEquals(-1, Arrays.mismatch(symbols, 0, 700, decoded, 0, 700), "seed 82");
  }

  @Test
  void allocatesNothingPerBlockWhereVectorsAreNoObjects() {
    new VectorKernels()
        .whyNot()
        .ifPresent(reason -> {
          throw Absence.ofProcessor("a count of what java-vector allocates", reason);
        });
    SplittableRandom random = new SplittableRandom(83);
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 20);
    byte[] symbols = Arrays.copyOf(SymbolShape.FITTING.symbols(random, book, 0, SYMBOLS), 4400);
    byte[] out = new byte[PayloadCoder.MAX_PAYLOAD + PayloadCoder.SLACK];
    PayloadCoder coder = coder();
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = thread.getCurrentThreadAllocatedBytes();
      for (int block = 0; block < BLOCKS; block++) {
        int bytes = coder.encode(book, block % 30, Layout.WIDE, symbols, SYMBOLS, out, 0);
        coder.decode(book, block % 30, Layout.WIDE, out, 0, bytes, symbols, SYMBOLS);
      }
      least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(least < BLOCKS, least + " bytes for " + BLOCKS + " blocks both ways");
  }
}
