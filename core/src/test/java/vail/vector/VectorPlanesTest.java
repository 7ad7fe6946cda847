package vail.vector;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.tensor.PlaneKernels;

/** B-03 by vectors, forced: correct on every processor. */
class VectorPlanesTest {
  private static final int STRIDE = 300;
  private static final int FROM = 3;
  private static final int RAW = FROM + 2 * STRIDE;
  private static final PlaneKernels KERNELS = new VectorPlanes();

  private static void compare(MemorySegment raw, MemorySegment planes, MemorySegment back) {
    MemorySegment expected = MemorySegment.ofArray(new byte[2 * STRIDE + 1]);
    for (int count = 0; count <= STRIDE; count++) {
      expected.fill((byte) 0);
      planes.fill((byte) 0);
      PlaneKernels.JAVA.split(raw, FROM, count, expected, 1, STRIDE);
      KERNELS.split(raw, FROM, count, planes, 1, STRIDE);
      assertEquals(
          -1, expected.mismatch(planes.asSlice(0, 2 * STRIDE + 1)), count + " elements to planes");

      back.fill((byte) 0);
      KERNELS.merge(planes, 1, STRIDE, count, back, FROM);
      assertEquals(
          -1,
          raw.asSlice(FROM, 2L * count).mismatch(back.asSlice(FROM, 2L * count)),
          count + " elements back");
      assertEquals(0, back.get(JAVA_BYTE, FROM + 2L * count), "behind the last element");
    }
  }

  private static MemorySegment random() {
    byte[] raw = new byte[RAW + 1];
    new SplittableRandom(21).nextBytes(raw);
    return MemorySegment.ofArray(raw);
  }

  @Test
  void givesThePlanesAndElementsOfTheScalarKernelsInArrays() {
    compare(
        random(),
        MemorySegment.ofArray(new byte[2 * STRIDE + 1]),
        MemorySegment.ofArray(new byte[RAW + 1]));
  }

  @Test
  void givesThemInNativeMemory() {
    try (Arena arena = Arena.ofConfined()) {
      compare(
          arena.allocate(RAW + 1).copyFrom(random()),
          arena.allocate(2 * STRIDE + 1),
          arena.allocate(RAW + 1));
    }
  }

  @Test
  void givesThemInArraysThatVectorsDoNotReach() {
    compare(
        MemorySegment.ofArray(new long[RAW / 8 + 1]).copyFrom(random().asSlice(0, RAW)),
        MemorySegment.ofArray(new long[2 * STRIDE / 8 + 1]),
        MemorySegment.ofArray(new long[RAW / 8 + 1]));
  }

  @Test
  void takesElementsThatMayNotBeChanged() {
    compare(
        random().asReadOnly(),
        MemorySegment.ofArray(new byte[2 * STRIDE + 1]),
        MemorySegment.ofArray(new byte[RAW + 1]));
  }

  @Test
  void refusesToReachOutOfMemory() {
    MemorySegment some = MemorySegment.ofArray(new byte[200]);
    assertThrows(IndexOutOfBoundsException.class, () -> KERNELS.split(some, 100, 64, some, 0, 64));
    assertThrows(IndexOutOfBoundsException.class, () -> KERNELS.merge(some, 0, 64, 64, some, 100));
  }
}
