package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jocl.CLException;
import org.jocl.cl_context;
import org.jocl.cl_mem;

/**
 * Pages that the driver holds in place: a device copies them by itself while the host does
 * something else.
 */
final class PinnedMemory extends Staging {
  private final Cl cl;
  private final cl_context context;
  private final Queue queue;
  private Optional<Mapping> mapping = Optional.empty();

  private record Mapping(cl_mem buffer, ByteBuffer bytes) {}

  PinnedMemory(Cl cl, cl_context context, Queue queue) {
    this.cl = cl;
    this.context = context;
    this.queue = queue;
  }

  @Override
  MemorySegment allocate(long bytes) {
    cl_mem buffer = cl.pinnedBuffer(context, bytes);
    try {
      ByteBuffer mapped = queue.map(buffer, bytes);
      mapping = Optional.of(new Mapping(buffer, mapped));
      return MemorySegment.ofBuffer(mapped);
    } catch (CLException e) {
      cl.release(buffer);
      throw e;
    }
  }

  @Override
  void free() {
    mapping.ifPresent(old -> {
      queue.unmap(old.buffer(), old.bytes());
      cl.release(old.buffer());
    });
    mapping = Optional.empty();
  }
}
