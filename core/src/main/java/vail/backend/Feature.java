package vail.backend;

/** Parts of the format's encoder that an implementation may leave out, or do in some cases only. */
public enum Feature {
  /** Selection among books and biases (B-25). */
  BEST,
  /** Constant blocks (B-23). */
  CONSTANT,
  /** The bias from the block's own mean, with any offset (B-06). */
  MEAN,
  /** The bias from the mean of the block before (B-07). */
  PREVIOUS,
  /** Streamed order (B-17). */
  STREAMED
}
