package vail.conform.vector;

/** How binding a vector is. */
public enum Duty {
  /** An implementation that claims what the vector needs must answer as it says. */
  MUST,
  /** Another answer is allowed, and noted. */
  SHOULD
}
