package vail.conform.random;

/**
 * SplitMix64: turns one seed into many well-mixed words. Seeds {@link Xoshiro256}; no source of
 * vectors by itself. Belongs to one thread.
 */
public final class SplitMix64 {
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private long state;

  /** Starts at a seed; every seed is fine. */
  public SplitMix64(long seed) {
    this.state = seed;
  }

  /** The next 64 bits. */
  public long next() {
    state += STEP;
    long z = state;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
