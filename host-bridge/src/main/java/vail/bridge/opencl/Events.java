package vail.bridge.opencl;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_event;

/** What a queue was given since it was last empty, and how long each kind of it took. */
final class Events {
  /** What an event is the end of. */
  enum Kind {
    UPLOAD,
    KERNEL,
    DOWNLOAD
  }

  private final Cl cl;
  private final Map<Kind, LongAdder> nanos;
  private final List<Kind> kinds = new ArrayList<>();
  private final List<cl_event> events = new ArrayList<>();
  private final long[] time = new long[1];
  private final Pointer timeAt = Pointer.to(time);

  /** Sums go to {@code nanos}, which holds every kind and may be shared. */
  Events(Cl cl, Map<Kind, LongAdder> nanos) {
    this.cl = cl;
    this.nanos = nanos;
  }

  static Map<Kind, LongAdder> sums() {
    Map<Kind, LongAdder> sums = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      sums.put(kind, new LongAdder());
    }
    return sums;
  }

  void add(Kind kind, cl_event event) {
    kinds.add(kind);
    events.add(event);
  }

  /** Once the queue is finished: sums up and lets the events go. */
  void sumUp() {
    for (int i = 0; i < events.size(); i++) {
      long end = time(events.get(i), CL.CL_PROFILING_COMMAND_END);
      long start = time(events.get(i), CL.CL_PROFILING_COMMAND_START);
      LongAdder sum = nanos.get(kinds.get(i));
      if (sum != null) {
        sum.add(end - start);
      }
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
    kinds.clear();
  }
}
