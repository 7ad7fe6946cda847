package vail.bridge.opencl;

import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_program;

/** A kernel with its arguments; belongs to one thread. What is set stays set. */
final class Kernel implements AutoCloseable {
  private static final int MOST_ARGUMENTS = 10;

  private final Cl cl;
  private final cl_kernel kernel;
  private final String name;
  private final Object[] set = new Object[MOST_ARGUMENTS];
  private final int[] number = new int[1];
  private final Pointer numberAt = Pointer.to(number);
  private final long[] global = new long[2];
  private final long[] local = new long[2];

  Kernel(Cl cl, cl_program program, String name) {
    this.cl = cl;
    this.name = name;
    this.kernel = cl.kernel(program, name);
  }

  /** Sets an argument that is a buffer. */
  @SuppressWarnings("ReferenceEquality") // a later buffer may have the handle of one that is gone
  Kernel with(int index, cl_mem buffer) {
    if (set[index] != buffer) {
      cl.argument(kernel, index, Sizeof.cl_mem, Pointer.to(buffer));
      set[index] = buffer;
    }
    return this;
  }

  /** Sets an argument that is a word. */
  Kernel with(int index, int word) {
    number[0] = word;
    cl.argument(kernel, index, Integer.BYTES, numberAt);
    return this;
  }

  /** Gives each group so many bytes of its own memory. */
  Kernel withLocal(int index, int bytes) {
    cl.localArgument(kernel, index, bytes);
    return this;
  }

  /** Puts it into the queue: groups of so many work-items in each of so many columns. */
  void run(cl_command_queue queue, Events events, int groups, int items, int columns) {
    global[0] = local[0] = items;
    global[1] = (long) groups * columns;
    local[1] = columns;
    cl_event event = new cl_event();
    cl.run(queue, kernel, global, local, event);
    events.add(name, event);
  }

  @Override
  public void close() {
    cl.release(kernel);
  }
}
