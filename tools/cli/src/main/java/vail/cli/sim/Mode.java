package vail.cli.sim;

/** How a question is answered. */
enum Mode {
  /** By formulas. */
  CLOSED,
  /** By runs of a model. */
  EVENTS,
  /** By the same with real values. */
  BYTES,
  /** By dies that really run. */
  LIVE,
  /** By what no gather in equal steps beats. */
  BOUND;

  /** Whether it moves values, and not only speaks of them. */
  boolean movesBytes() {
    return this == BYTES || this == LIVE;
  }
}
