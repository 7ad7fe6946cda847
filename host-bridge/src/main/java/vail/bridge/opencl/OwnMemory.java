package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import org.jocl.Pointer;
import org.jocl.cl_context;
import org.jocl.cl_mem;

/** A device has memory of its own, to which and from which everything is copied. */
final class OwnMemory implements Carrier {
  private final Queue queue;
  private final DeviceBuffer source;
  private final DeviceBuffer target;
  private MemorySegment to = MemorySegment.NULL;

  OwnMemory(Cl cl, cl_context context, Queue queue) {
    this.queue = queue;
    this.source = new DeviceBuffer(cl, context);
    this.target = new DeviceBuffer(cl, context);
  }

  @Override
  public Side.Way targetWay(MemorySegment target) {
    return Side.Way.PACKED;
  }

  @Override
  public cl_mem source(MemorySegment from) {
    cl_mem buffer = source.atLeast(from.byteSize());
    if (from.byteSize() > 0) {
      queue.upload(Pointer.to(from.asByteBuffer()), from.byteSize(), buffer);
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
      queue.download(target.atLeast(0), bytes, Pointer.to(to.asByteBuffer()));
      queue.finish();
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
