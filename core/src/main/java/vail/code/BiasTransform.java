package vail.code;

/**
 * Shifts symbols so that one book serves tensors of any scale (B-05 to B-07).
 *
 * <p>An exponent's scale drifts while its shape does not. Zero stays zero, because exact zeros are
 * common in tensors and have nothing to do with the scale; the other 255 symbols rotate.
 */
public final class BiasTransform {
  private static final int CYCLE = 255;

  private BiasTransform() {}

  /** t of a symbol: what the book sees. */
  public static int apply(int symbol, int bias) {
    return symbol == 0 ? 0 : Math.floorMod(symbol - 1 - bias, CYCLE) + 1;
  }

  /** The symbol of t: the inverse of {@link #apply}. */
  public static int invert(int t, int bias) {
    return t == 0 ? 0 : (t - 1 + bias) % CYCLE + 1;
  }

  /**
   * The bias that moves a mean to a centre.
   *
   * @param mean floor(mean of the non-zero symbols), 0 if there are none: then the bias is 0
   * @param center the book's centre
   */
  public static int bias(int mean, int center) {
    return mean == 0 ? 0 : Math.floorMod(mean - center, CYCLE);
  }

  /** A bias and an offset to it, modulo 255. */
  public static int shifted(int bias, int offset) {
    return Math.floorMod(bias + offset, CYCLE);
  }
}
