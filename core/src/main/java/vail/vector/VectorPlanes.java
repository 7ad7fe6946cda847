package vail.vector;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import vail.tensor.PlaneKernels;

/**
 * Takes elements of two bytes apart 64 at a time, and puts them together: turned by a bit, the even
 * bytes of two vectors in one and the odd ones in another, then in order (B-03).
 */
public final class VectorPlanes implements PlaneKernels {
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_512;

  /** Bytes 0, 2, 4 to 62, then 1, 3, 5 to 63. */
  private static final VectorShuffle<Byte> EVEN_FIRST =
      VectorShuffle.fromOp(BYTES, i -> i < 32 ? 2 * i : 2 * i - 63);

  /** The inverse: bytes 0, 32, 1, 33 to 31, 63. */
  private static final VectorShuffle<Byte> HALVES_IN_TURN =
      VectorShuffle.fromOp(BYTES, i -> i / 2 + 32 * (i % 2));

  /** For whoever finds the class by its name. */
  public VectorPlanes() {}

  @Override
  public void split(
      MemorySegment raw, long at, long count, MemorySegment planes, long to, long stride) {
    long whole = vectorsReach(raw, planes) ? count & -64 : 0;
    for (long i = 0; i < whole; i += 64) {
      ShortVector a = shorts(raw, at + 2 * i);
      ShortVector b = shorts(raw, at + 2 * i + 64);
      a = a.lanewise(LSHL, 1).or(a.lanewise(LSHR, 15));
      b = b.lanewise(LSHL, 1).or(b.lanewise(LSHR, 15));
      ShortVector high = a.lanewise(LSHR, 8).or(b.and((short) 0xff00));
      ShortVector low = a.and((short) 0xff).or(b.lanewise(LSHL, 8));
      store(high.reinterpretAsBytes().rearrange(EVEN_FIRST), planes, to + i);
      store(low.reinterpretAsBytes().rearrange(EVEN_FIRST), planes, to + stride + i);
    }
    JAVA.split(raw, at + 2 * whole, count - whole, planes, to + whole, stride);
  }

  @Override
  public void merge(
      MemorySegment planes, long from, long stride, long count, MemorySegment raw, long at) {
    long whole = vectorsReach(planes, raw) ? count & -64 : 0;
    for (long i = 0; i < whole; i += 64) {
      ShortVector high = bytes(planes, from + i).rearrange(HALVES_IN_TURN).reinterpretAsShorts();
      ShortVector low =
          bytes(planes, from + stride + i).rearrange(HALVES_IN_TURN).reinterpretAsShorts();
      ShortVector a = low.and((short) 0xff).or(high.lanewise(LSHL, 8));
      ShortVector b = low.lanewise(LSHR, 8).or(high.and((short) 0xff00));
      a = a.lanewise(LSHR, 1).or(a.lanewise(LSHL, 15));
      b = b.lanewise(LSHR, 1).or(b.lanewise(LSHL, 15));
      store(a.reinterpretAsBytes(), raw, at + 2 * i);
      store(b.reinterpretAsBytes(), raw, at + 2 * i + 64);
    }
    JAVA.merge(planes, from + whole, stride, count - whole, raw, at + 2 * whole);
  }

  /** Vectors go to native memory and arrays of bytes, and to no other arrays. */
  private static boolean vectorsReach(MemorySegment one, MemorySegment other) {
    return isReached(one) && isReached(other);
  }

  private static boolean isReached(MemorySegment memory) {
    return memory.isNative() || memory.heapBase().orElse(memory) instanceof byte[];
  }

  private static ByteVector bytes(MemorySegment memory, long at) {
    return ByteVector.fromMemorySegment(BYTES, memory, at, LITTLE_ENDIAN);
  }

  private static ShortVector shorts(MemorySegment memory, long at) {
    return bytes(memory, at).reinterpretAsShorts();
  }

  private static void store(ByteVector bytes, MemorySegment memory, long at) {
    bytes.intoMemorySegment(memory, at, LITTLE_ENDIAN);
  }
}
