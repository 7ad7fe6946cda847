package vail.tensor;

import java.lang.foreign.MemorySegment;

/** The kernels of {@link Planes} for elements of two bytes. */
final class JavaPlanes implements PlaneKernels {
  @Override
  public void split(
      MemorySegment raw, long at, long count, MemorySegment planes, long to, long stride) {
    Planes.split2(raw, at, count, planes, to, stride);
  }

  @Override
  public void merge(
      MemorySegment planes, long from, long stride, long count, MemorySegment raw, long at) {
    Planes.merge2(planes, from, stride, count, raw, at);
  }
}
