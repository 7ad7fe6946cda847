package vail.code;

import java.lang.foreign.MemorySegment;

/**
 * Counts symbols as the book of a plane will see them (C-19): the mean of each block is moved to
 * 128, so that tensors of all scales add up to one shape.
 */
public final class ExponentCounts {
  /** Where the mean of a block is moved to. */
  public static final int CENTER = 128;

  private static final int BLOCK = 65_536;

  private ExponentCounts() {}

  /**
   * The counts of t over a plane of a tensor, cut into blocks of 65,536 symbols.
   *
   * @param plane one symbol a byte
   */
  public static Histogram of(MemorySegment plane) {
    Histogram moved = new Histogram();
    for (long at = 0; at < plane.byteSize(); at += BLOCK) {
      long size = Math.min(BLOCK, plane.byteSize() - at);
      moved.add(moved(Histogram.of(plane.asSlice(at, size))));
    }
    return moved;
  }

  /** The counts of t, for the counts of one block (or of what has one scale). */
  public static Histogram moved(Histogram block) {
    int bias = BiasTransform.bias(block.center(), CENTER);
    Histogram moved = new Histogram();
    for (int symbol = 0; symbol < Histogram.SYMBOLS; symbol++) {
      moved.add(BiasTransform.apply(symbol, bias), block.count(symbol));
    }
    return moved;
  }
}
