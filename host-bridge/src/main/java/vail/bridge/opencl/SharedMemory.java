package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jocl.cl_context;
import org.jocl.cl_mem;

/** A processor reads and writes the host's memory where it is. */
final class SharedMemory implements Carrier {
  private final Cl cl;
  private final cl_context context;
  private final Queue queue;
  private final List<cl_mem> lent = new ArrayList<>();

  SharedMemory(Cl cl, cl_context context, Queue queue) {
    this.cl = cl;
    this.context = context;
    this.queue = queue;
  }

  @Override
  public Side.Way targetWay(MemorySegment target) {
    return target.isNative() ? Side.Way.AS_THEY_ARE : Side.Way.PACKED;
  }

  @Override
  public cl_mem source(MemorySegment from) {
    return lend(from);
  }

  @Override
  public cl_mem target(MemorySegment to) {
    return lend(to);
  }

  private cl_mem lend(MemorySegment memory) {
    boolean isNothing = memory.byteSize() == 0; // of which there can be no buffer
    cl_mem buffer =
        isNothing ? cl.buffer(context, 1) : cl.hostBuffer(context, memory.asByteBuffer());
    lent.add(buffer);
    return buffer;
  }

  @Override
  public void fetch(long bytes) {
    if (bytes > 0) {
      queue.show(lent.getLast(), bytes);
    }
  }

  @Override
  public void end() {
    lent.forEach(cl::release);
    lent.clear();
  }

  @Override
  public void close() {
    end();
  }
}
