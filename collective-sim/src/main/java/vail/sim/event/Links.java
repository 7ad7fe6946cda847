package vail.sim.event;

/** All links: until when each is busy, and what they have carried so far. */
final class Links {
  private final long[] free;
  private final long[] busy;
  private final long[] bytes;

  Links(int size) {
    free = new long[size];
    busy = new long[size];
    bytes = new long[size];
  }

  /** Puts a message on a link; returns when its first byte leaves. */
  long begin(int link, long now, long time, long wire) {
    long start = Math.max(now, free[link]);
    free[link] = start + time;
    busy[link] += time;
    bytes[link] += wire;
    return start;
  }

  long busy(int link) {
    return busy[link];
  }

  long bytes(int link) {
    return bytes[link];
  }
}
