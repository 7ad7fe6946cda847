package vail.bridge.opencl;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import vail.backend.Timings;

/** Sums of what the queues of a device have spent time on. For any thread. */
final class Spent {
  static final String UPLOAD = "upload";
  static final String DOWNLOAD = "download";

  private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();

  /** A copy, or a kernel by its name. */
  void add(String name, long more) {
    nanos.computeIfAbsent(name, any -> new LongAdder()).add(more);
  }

  Timings timings() {
    SortedMap<String, Long> sums = new TreeMap<>();
    nanos.forEach((name, sum) -> sums.put(name, sum.sum()));
    long upload = Objects.requireNonNullElse(sums.remove(UPLOAD), 0L);
    long download = Objects.requireNonNullElse(sums.remove(DOWNLOAD), 0L);
    return new Timings(upload, download, sums);
  }
}
