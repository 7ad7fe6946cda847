package vail.sim.net;

/** How a node passes on what is not for it. */
public enum Relay {
  /** A message is sent on once it has arrived whole. */
  STORE_AND_FORWARD,
  /** A message is sent on from its first byte. */
  CUT_THROUGH
}
