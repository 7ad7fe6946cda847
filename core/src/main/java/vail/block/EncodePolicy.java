package vail.block;

/**
 * Everything that decides the bytes of a block: the same symbols, books and policy give the same
 * block on every backend (B-23 to B-26).
 *
 * @param selection how book and bias are found
 * @param constant whether repeated symbols become constant blocks
 * @param order stored (falls back to raw where coding does not pay) or streamed (never does)
 */
public record EncodePolicy(Selection selection, ConstantBlocks constant, BlockOrder order) {
  /** Stored blocks, constant blocks on: the default in software. */
  public static EncodePolicy stored(Selection selection) {
    return new EncodePolicy(selection, ConstantBlocks.ON, BlockOrder.STORED);
  }
}
