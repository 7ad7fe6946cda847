package vail.sim.bytes;

/** Random bits by place: the mixing function of SplittableRandom over a counter. */
final class Noise {
  private static final long STEP = 0x9e37_79b9_7f4a_7c15L;

  private Noise() {}

  static long of(long seed, long die, long element) {
    return mix(mix(mix(seed + STEP) + die * STEP) + element * STEP);
  }

  private static long mix(long value) {
    long once = (value ^ value >>> 30) * 0xbf58_476d_1ce4_e5b9L;
    long twice = (once ^ once >>> 27) * 0x94d0_49bb_1331_11ebL;
    return twice ^ twice >>> 31;
  }
}
