package vail.sim.live;

/**
 * How time passes for links and units: so many times slower than the modelled one, so that what a
 * computer itself takes hardly counts; or not held back at all.
 */
final class Pace {
  private static final long PICOSECONDS_A_NANOSECOND = 1000;

  private final long start = System.nanoTime();
  private final long dilation;
  private final Pacer pacer;

  /**
   * A pace.
   *
   * @param dilation nanoseconds that pass here for each modelled one; 0 holds nothing back
   */
  Pace(long dilation, Pacer pacer) {
    this.dilation = dilation;
    this.pacer = pacer;
  }

  /** Nanoseconds since the run began. */
  long now() {
    return System.nanoTime() - start;
  }

  /** Nanoseconds that modelled picoseconds take here. */
  long nanos(long picoseconds) {
    return Math.multiplyExact(picoseconds, dilation) / PICOSECONDS_A_NANOSECOND;
  }

  /** Does it when it is due, as {@link #now} counts; at once where nothing is held back. */
  void at(long due, Runnable work) {
    if (dilation == 0) {
      work.run();
    } else {
      pacer.at(start + due, work);
    }
  }
}
