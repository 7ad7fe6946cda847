package vail.bridge.opencl;

import java.util.ArrayList;
import java.util.List;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_event;

/** What a queue was given since it was last empty, and how long each of it took. */
final class Events {
  private final Cl cl;
  private final Spent spent;
  private final List<String> names = new ArrayList<>();
  private final List<cl_event> events = new ArrayList<>();
  private final long[] time = new long[1];
  private final Pointer timeAt = Pointer.to(time);

  /** Sums go to {@code spent}, which may be shared. */
  Events(Cl cl, Spent spent) {
    this.cl = cl;
    this.spent = spent;
  }

  /** The end of what bears this name. */
  void add(String name, cl_event event) {
    names.add(name);
    events.add(event);
  }

  /** Once the queue is finished: sums up and lets the events go. */
  void sumUp() {
    for (int i = 0; i < events.size(); i++) {
      long end = time(events.get(i), CL.CL_PROFILING_COMMAND_END);
      long start = time(events.get(i), CL.CL_PROFILING_COMMAND_START);
      spent.add(names.get(i), end - start);
    }
    release();
  }

  private long time(cl_event event, int what) {
    cl.time(event, what, timeAt);
    return time[0];
  }

  /** Lets the events go, whatever became of them. */
  void release() {
    events.forEach(cl::release);
    events.clear();
    names.clear();
  }
}
