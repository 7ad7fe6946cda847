package vail.conform.vector;

import vail.block.Layout;

/**
 * A layout that a request names, legal or not (B-08).
 *
 * @param lanes a power of two, 1 to 128; 128 is not legal
 * @param wordBits bits of a word; other than 8, 16 and 32 none is legal
 */
public record Shape(int lanes, int wordBits) {
  /** A layout of the codec. */
  public static Shape of(Layout layout) {
    return new Shape(layout.lanes(), layout.wordBits());
  }

  /**
   * The layout for the codec.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Layout toLayout() {
    return new Layout(lanes, wordBits);
  }
}
