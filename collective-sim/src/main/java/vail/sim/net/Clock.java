package vail.sim.net;

/** How the time of a transfer becomes a whole number. */
public enum Clock {
  /** A started picosecond counts whole. */
  PICOSECONDS,
  /** The fraction of a nanosecond is dropped, as the analytical network of ASTRA-sim does. */
  TRUNCATED_NANOSECONDS
}
