package vail.block;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.code.BookClass;
import vail.code.Codebook;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** The scalar kernels. */
class ScalarPayloadTest extends PayloadCoderContract {
  private static final int SYMBOLS = 4096;
  private static final int BLOCKS = 300;
  private static final int BIASES = 30;

  @Override
  protected PayloadCoder coder() {
    return new ScalarPayload();
  }

  @Test
  void allocatesNothingPerBlockEvenWhenBiasesCrowdTheTables() {
    SplittableRandom random = new SplittableRandom(75);
    Codebook book = RandomBooks.of(random, BookClass.SHORT, 20);
    byte[] symbols = new byte[SYMBOLS + PayloadCoder.SLACK];
    byte[] fitting = SymbolShape.FITTING.symbols(random, book, 0, SYMBOLS);
    System.arraycopy(fitting, 0, symbols, 0, SYMBOLS);
    byte[] out = new byte[PayloadCoder.MAX_PAYLOAD + PayloadCoder.SLACK];
    PayloadCoder coder = coder();
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      long before = thread.getCurrentThreadAllocatedBytes();
      for (int block = 0; block < BLOCKS; block++) {
        int bias = block % BIASES;
        int bytes = coder.encode(book, bias, Layout.PORTABLE, symbols, SYMBOLS, out, 0);
        coder.decode(book, bias, Layout.PORTABLE, out, 0, bytes, symbols, SYMBOLS);
      }
      least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(least < BLOCKS, least + " bytes for " + BLOCKS + " blocks both ways");
  }
}
