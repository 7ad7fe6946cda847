package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** C-19. */
class ExponentCountsTest {
  private static Histogram counts(int... symbols) {
    Histogram histogram = new Histogram();
    for (int symbol : symbols) {
      histogram.add(symbol, 1);
    }
    return histogram;
  }

  @Test
  void movesTheMeanOfABlockTo128AndLeavesZeros() {
    byte[] plane = {0, 0, 100, 101, 103};
    assertEquals(counts(0, 0, 127, 128, 130), ExponentCounts.of(MemorySegment.ofArray(plane)));
  }

  @Test
  void movesEachBlockOnItsOwn() {
    byte[] plane = new byte[65_536 + 3];
    Arrays.fill(plane, 0, 65_536, (byte) 90);
    Arrays.fill(plane, 65_536, plane.length, (byte) 110);
    Histogram expected = new Histogram();
    expected.add(128, plane.length);
    assertEquals(expected, ExponentCounts.of(MemorySegment.ofArray(plane)));
  }

  @Test
  void leavesABlockOfZerosAsItIs() {
    assertEquals(counts(0, 0, 0), ExponentCounts.of(MemorySegment.ofArray(new byte[3])));
  }

  /** B-05. */
  @Test
  void goesRoundTheEndsOfTheAlphabet() {
    // The mean is 187, the bias 59: symbol 1 is 255 + 1 - 59.
    assertEquals(counts(191, 191, 191, 197), ExponentCounts.moved(counts(1, 250, 250, 250)));
  }
}
