package vail.bridge.opencl;

import java.nio.ByteBuffer;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_event;
import org.jocl.cl_mem;

/** What a device is to do, in order, and how long that takes. Belongs to one thread at a time. */
final class Queue implements AutoCloseable {
  private final Cl cl;
  private final cl_command_queue queue;
  private final Events events;

  Queue(Cl cl, cl_context context, Device device, Spent spent) {
    this.cl = cl;
    this.queue = cl.queue(context, device.id());
    this.events = new Events(cl, spent);
  }

  void upload(Pointer from, long bytes, cl_mem to) {
    cl_event event = new cl_event();
    cl.write(queue, to, bytes, from, event);
    events.add(Spent.UPLOAD, event);
  }

  void download(cl_mem from, long bytes, Pointer to) {
    cl_event event = new cl_event();
    cl.read(queue, from, bytes, to, event);
    events.add(Spent.DOWNLOAD, event);
  }

  /** Memory of a buffer as the host sees it, until it is given back. */
  ByteBuffer map(cl_mem buffer, long bytes) {
    return cl.map(queue, buffer, bytes);
  }

  void unmap(cl_mem buffer, ByteBuffer mapped) {
    cl.unmap(queue, buffer, mapped);
  }

  /** Lets the device begin with all it was given. */
  void flush() {
    cl.flush(queue);
  }

  /** Waits; then the host sees what the device has written into the host's own memory. */
  void show(cl_mem buffer, long bytes) {
    cl.show(queue, buffer, bytes);
    cl.finish(queue);
  }

  /** Groups of so many work-items in each of so many columns. */
  void run(Kernel kernel, int groups, int items, int columns) {
    kernel.run(queue, events, groups, items, columns);
  }

  /** Waits until all is done. */
  void finish() {
    cl.finish(queue);
    events.sumUp();
  }

  /** Waits until nothing of it runs any more, whatever became of it: memory may then be freed. */
  void drain() {
    try {
      cl.finish(queue);
    } catch (CLException e) {
      return; // a device that cannot be waited for runs nothing
    }
  }

  @Override
  public void close() {
    events.release();
    cl.release(queue);
  }
}
