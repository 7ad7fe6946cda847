package vail.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.code.BookClass;
import vail.code.CodebookBytes;
import vail.fault.VailFormatException;
import vail.testing.RandomBooks;

/** Codebooks from anywhere. */
class CodebookFuzzTest {
  @FuzzTest(maxDuration = "30m")
  void endsInAFaultOrInABookOfTheSameBytes(byte[] bytes) {
    try {
      assertArrayEquals(bytes, CodebookBytes.read(MemorySegment.ofArray(bytes)).toBytes());
    } catch (VailFormatException expected) {
      // A typed fault is the other good end.
    }
  }

  @Test
  void holdsForBooksWithOneNibbleChanged() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 5_000; round++) {
      BookClass bookClass = random.nextBoolean() ? BookClass.LONG : BookClass.SHORT;
      byte[] bytes = RandomBooks.any(random, bookClass).toBytes();
      bytes[random.nextInt(bytes.length)] ^= (byte) random.nextInt(256);
      endsInAFaultOrInABookOfTheSameBytes(bytes);
    }
  }
}
