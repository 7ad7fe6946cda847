package vail.sim.trace;

/** How busy so many equal things were, in each of some equal spans of a time. */
final class UseCurve {
  /** Spans of a curve. */
  static final int SPANS = 100;

  private static final int HUNDREDTHS = 10_000;

  private final long[] busy = new long[SPANS];
  private final long span;
  private final long things;

  /** Nothing is busy yet of so many things, in a time of so many picoseconds. */
  UseCurve(long time, long things) {
    span = Math.max(1, Math.ceilDiv(time, SPANS));
    this.things = things;
  }

  /** One of the things is busy for a while. */
  void add(long start, long end) {
    for (long at = start; at < end; ) {
      int place = (int) Math.min(at / span, SPANS - 1);
      long next = place == SPANS - 1 ? end : Math.min(end, (place + 1) * span);
      busy[place] += next - at;
      at = next;
    }
  }

  /** When a span begins, in picoseconds. */
  long start(int place) {
    return place * span;
  }

  /** Hundredths of a percent of the things that were busy in a span. */
  long use(int place) {
    return things == 0 ? 0 : Math.round((double) busy[place] * HUNDREDTHS / span / things);
  }
}
