package vail.conform.vector;

import vail.block.Bias;

/** The bias that a request names, legal or not (B-05 to B-07). */
public sealed interface BiasRule {
  /**
   * A number.
   *
   * @param value 0 to 65,535; above 254 none is legal
   */
  record Absolute(int value) implements BiasRule {
    @Override
    public String toString() {
      return Integer.toString(value);
    }
  }

  /**
   * The block's own mean.
   *
   * @param offset added to it, -254 to 254
   */
  record Mean(int offset) implements BiasRule {
    @Override
    public String toString() {
      return offset == 0 ? "mean" : offset < 0 ? "mean" + offset : "mean+" + offset;
    }
  }

  /** The mean of the block before on this stream. */
  record Previous() implements BiasRule {
    @Override
    public String toString() {
      return "previous";
    }
  }

  /**
   * The rule for the codec.
   *
   * @throws IllegalArgumentException if it is none
   */
  default Bias toBias() {
    return switch (this) {
      case Absolute(int value) -> new Bias.Absolute(value);
      case Mean(int offset) -> new Bias.Mean(offset);
      case Previous() -> new Bias.Previous();
    };
  }

  /**
   * The rule of a text as {code toString} writes it.
   *
   * @throws IllegalArgumentException if it is none
   */
  static BiasRule of(String text) {
    if (text.equals("previous")) {
      return new Previous();
    }
    return text.startsWith("mean")
        ? new Mean(text.equals("mean") ? 0 : Integer.parseInt(text.substring(4)))
        : new Absolute(Integer.parseInt(text));
  }
}
