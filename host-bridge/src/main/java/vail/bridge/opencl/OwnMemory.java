package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import org.jocl.Pointer;
import org.jocl.cl_mem;

/** A device has memory of its own, to which and from which everything is copied. */
final class OwnMemory implements Carrier {
  private final Station station;
  private final DeviceBuffer source;
  private final DeviceBuffer target;
  private MemorySegment to = MemorySegment.NULL;

  OwnMemory(Station station) {
    this.station = station;
    this.source = station.buffer();
    this.target = station.buffer();
  }

  @Override
  public Staging staging() {
    return new PinnedMemory(station.cl(), station.context(), station.queue());
  }

  @Override
  public Side.Way way(MemorySegment callers) {
    return Side.Way.PACKED;
  }

  @Override
  public cl_mem source(MemorySegment from) {
    cl_mem buffer = source.atLeast(from.byteSize());
    if (from.byteSize() > 0) {
      station.queue().upload(Pointer.to(from.asByteBuffer()), from.byteSize(), buffer);
    }
    return buffer;
  }

  @Override
  public cl_mem target(MemorySegment to) {
    this.to = to;
    return target.atLeast(to.byteSize());
  }

  @Override
  public void fetch(long bytes) {
    if (bytes > 0) {
      station.queue().download(target.atLeast(0), bytes, Pointer.to(to.asByteBuffer()));
    }
  }

  @Override
  public void end() {
    to = MemorySegment.NULL;
  }

  @Override
  public void close() {
    source.close();
    target.close();
  }
}
