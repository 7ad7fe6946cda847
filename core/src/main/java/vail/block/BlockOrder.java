package vail.block;

/** Where a block's tail stands (B-17). */
public enum BlockOrder {
  /** Head, tail, payload: for files and memory. */
  STORED,
  /** Head, payload, tail: for links that cut through, at most 16,384 symbols. */
  STREAMED
}
