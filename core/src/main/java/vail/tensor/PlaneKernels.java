package vail.tensor;

import java.lang.foreign.MemorySegment;

/**
 * Takes elements of two bytes, of which most tensors are, apart into two planes and puts them
 * together again (B-03). For any number of threads. All sizes are in bytes but {@code count}, which
 * is elements and so the bytes of a plane; the planes lie {@code stride} bytes apart.
 */
public interface PlaneKernels {
  /** Those in Java. */
  PlaneKernels JAVA = new JavaPlanes();

  /** Elements from {@code at} on to planes, the first from {@code to} on. */
  void split(MemorySegment raw, long at, long count, MemorySegment planes, long to, long stride);

  /** Planes, the first from {@code from} on, to elements from {@code at} on. */
  void merge(MemorySegment planes, long from, long stride, long count, MemorySegment raw, long at);
}
