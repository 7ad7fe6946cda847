package vail.bridge.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.tensor.PlaneKernels;

/** B-03 by each level of the kernels. */
class PlanesTest {
  private static final int STRIDE = 70_000;
  private static final int FROM = 3;

  static Stream<String> levels() {
    return Levels.ALL.stream();
  }

  private static final int[] COUNTS = {
    0, 1, 63, 64, 65, 127, 200, 4095, 65_535, 65_536, 65_537, STRIDE
  };

  @ParameterizedTest
  @MethodSource("levels")
  void giveThePlanesAndElementsOfTheReference(String level) {
    try (Backend backend = Levels.open(level);
        Arena arena = Arena.ofConfined()) {
      for (int count : COUNTS) {
        byte[] raw = new byte[FROM + 2 * STRIDE];
        new SplittableRandom(count).nextBytes(raw);
        compare(backend.planes(), MemorySegment.ofArray(raw), count);
        MemorySegment outside = arena.allocate(raw.length);
        compare(backend.planes(), outside.copyFrom(MemorySegment.ofArray(raw)), count);
      }
    }
  }

  private static void compare(PlaneKernels kernels, MemorySegment raw, int count) {
    MemorySegment expected = MemorySegment.ofArray(new byte[2 * STRIDE]);
    MemorySegment planes = MemorySegment.ofArray(new byte[2 * STRIDE]);
    PlaneKernels.JAVA.split(raw, FROM, count, expected, 0, STRIDE);
    kernels.split(raw, FROM, count, planes, 0, STRIDE);
    assertEquals(-1, expected.mismatch(planes), count + " elements to planes");

    MemorySegment back = MemorySegment.ofArray(new byte[(int) raw.byteSize()]);
    kernels.merge(planes, 0, STRIDE, count, back, FROM);
    MemorySegment original = raw.asSlice(FROM, 2L * count);
    assertEquals(-1, original.mismatch(back.asSlice(FROM, 2L * count)), count + " elements back");
  }

  @ParameterizedTest
  @MethodSource("levels")
  void refuseToReachOutOfMemory(String level) {
    try (Backend backend = Levels.open(level)) {
      MemorySegment some = MemorySegment.ofArray(new byte[100]);
      MemorySegment planes = MemorySegment.ofArray(new byte[200]);
      PlaneKernels kernels = backend.planes();
      assertThrows(
          IndexOutOfBoundsException.class, () -> kernels.split(some, 0, 51, planes, 0, 100));
      assertThrows(
          IndexOutOfBoundsException.class, () -> kernels.merge(planes, 0, 160, 50, some, 0));
    }
  }
}
