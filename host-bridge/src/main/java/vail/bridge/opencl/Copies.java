package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Copies between the caller's memory and a device's: one thread is slower than a GPU's link. */
final class Copies {
  /** From so many bytes on, several threads pay. */
  private static final long MANY = 1 << 20;

  private Copies() {}

  /** Makes so many copies of so many bytes in all. */
  static void each(int count, long bytes, IntConsumer copy) {
    if (bytes < MANY) {
      for (int i = 0; i < count; i++) {
        copy.accept(i);
      }
    } else {
      IntStream.range(0, count).parallel().forEach(copy);
    }
  }

  /** The same memory for any thread; the caller keeps it open meanwhile. */
  @SuppressWarnings("restricted")
  static MemorySegment forAll(MemorySegment callers) {
    return callers.isNative()
        ? MemorySegment.ofAddress(callers.address()).reinterpret(callers.byteSize())
        : callers;
  }
}
