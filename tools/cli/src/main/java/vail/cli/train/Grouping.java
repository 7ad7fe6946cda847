package vail.cli.train;

/** Which tensors share a book. Symbols of different kinds never do. */
public enum Grouping {
  /** A book a kind of tensor. */
  KIND,
  /** A book a tensor. */
  TENSOR,
  /** One book for all. */
  ALL;

  /** The name of the group of a tensor's counts. */
  String group(Counted counted) {
    return switch (this) {
      case KIND -> counted.symbols().label() + "/" + counted.kind();
      case TENSOR -> counted.symbols().label() + "/" + counted.tensor();
      case ALL -> counted.symbols().label();
    };
  }
}
