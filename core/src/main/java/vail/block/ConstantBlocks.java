package vail.block;

/** Whether a block of one repeated symbol becomes a constant block (B-23). */
public enum ConstantBlocks {
  /** Two or more equal symbols become one byte of payload: the default in software. */
  ON,
  /** Blocks of one repeated symbol are coded like others. */
  OFF
}
