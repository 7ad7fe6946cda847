package vail.tensor;

/** How a user wants elements to become planes. */
public enum SplitChoice {
  /** What suits each type best. */
  AUTO,
  /** Planes for every type of 2, 4 or 8 bytes, integers included. */
  PLANES,
  /** Bytes in memory order for every type. */
  BYTES;

  /** The split of a type. */
  public SymbolSplit of(ElementType type) {
    return switch (this) {
      case AUTO -> SymbolSplit.auto(type);
      case PLANES -> SymbolSplit.planesOf(type).orElse(SymbolSplit.auto(type));
      case BYTES -> SymbolSplit.BYTES;
    };
  }
}
