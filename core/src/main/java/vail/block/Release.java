package vail.block;

/**
 * What may be written of a block whose payload turns out to be wrong although its check is right.
 */
public enum Release {
  /** Nothing (B-22). */
  WHOLE,
  /** Anything within its room: one copy less, for a target that nobody else sees yet. */
  SCRATCH
}
