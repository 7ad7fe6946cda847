package vail.bridge.opencl;

import java.util.Optional;
import org.jocl.cl_context;
import org.jocl.cl_mem;

/** Memory of a device; grows and is kept. Belongs to one thread at a time. */
final class DeviceBuffer implements AutoCloseable {
  private final Cl cl;
  private final cl_context context;
  private Optional<cl_mem> buffer = Optional.empty();
  private long size;

  DeviceBuffer(Cl cl, cl_context context) {
    this.cl = cl;
    this.context = context;
  }

  /** At least so many bytes; what was there before is lost if it has to grow. */
  cl_mem atLeast(long bytes) {
    if (buffer.isEmpty() || size < bytes) {
      close();
      cl_mem larger = cl.buffer(context, bytes);
      buffer = Optional.of(larger);
      size = bytes;
    }
    return buffer.get();
  }

  @Override
  public void close() {
    buffer.ifPresent(cl::release);
    buffer = Optional.empty();
  }
}
