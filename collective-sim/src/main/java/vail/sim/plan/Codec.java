package vail.sim.plan;

/** How pieces travel over a hop. */
public enum Codec {
  /** As they are. */
  NONE,
  /** Encoded in one pass with a codebook fixed before. */
  SINGLE,
  /** Histogram, codebook, encoding; the codebook travels along. */
  THREE
}
