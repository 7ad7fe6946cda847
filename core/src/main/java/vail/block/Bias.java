package vail.block;

/** The rule that gives a block its bias (B-05). */
public sealed interface Bias {
  /** The mean of the block's non-zero symbols minus the book's centre. */
  Bias MEAN = new Mean(0);

  /** No shift. */
  Bias NONE = new Absolute(0);

  /**
   * A bias named by the caller.
   *
   * @param value 0 to 254
   */
  record Absolute(int value) implements Bias {
    /** Rejects what a block's head cannot say. */
    public Absolute {
      if (value < 0 || value > 254) {
        throw new IllegalArgumentException("a bias must be 0 to 254, not " + value);
      }
    }
  }

  /**
   * B-06: the bias that moves the block's own mean to the book's centre, and an offset to it modulo
   * 255.
   *
   * @param offset -254 to 254; 0 is the rule {@code mean}
   */
  record Mean(int offset) implements Bias {
    /** Rejects offsets that go round more than once. */
    public Mean {
      if (offset < -254 || offset > 254) {
        throw new IllegalArgumentException("an offset must be -254 to 254, not " + offset);
      }
    }
  }

  /**
   * B-07: the rule {@code mean} with the mean of the block before on the same stream; 0 for the
   * first.
   */
  record Previous() implements Bias {}
}
