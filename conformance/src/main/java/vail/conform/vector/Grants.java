package vail.conform.vector;

/**
 * What the decoder is granted (F-07, F-20).
 *
 * @param blockSymbols most symbols of a block by the caller's limits
 * @param room symbols that the caller's memory holds
 * @param extraMemory bytes that may be allocated beyond input and output
 */
public record Grants(int blockSymbols, int room, long extraMemory) {
  /** Every legal block, within a megabyte. */
  public static final Grants ALL = new Grants(65_536, 65_536, 1 << 20);
}
