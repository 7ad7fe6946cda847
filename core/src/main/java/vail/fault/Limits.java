package vail.fault;

/**
 * What a reader grants an input before it has proven anything: mandatory wherever bytes from
 * outside are parsed. Exceeding one is {@link Fault#LIMIT_EXCEEDED}, not a malformed input.
 *
 * @param blockSymbols most symbols a block may announce, 1 to 65,536
 * @param books most codebooks one input may bring along
 * @param directoryBytes most bytes of names, shapes and indices one input may hold
 * @param outputBytes most bytes one input may expand to
 */
public record Limits(int blockSymbols, int books, long directoryBytes, long outputBytes) {
  /** The format's own maximum of symbols in a block (B-01). */
  public static final int MAX_BLOCK_SYMBOLS = 65_536;

  /** Sound for files on this machine: every legal block, 65,024 books, 256 MiB of directory. */
  public static final Limits DEFAULT =
      new Limits(MAX_BLOCK_SYMBOLS, 254 * 256, 256L << 20, Long.MAX_VALUE);

  /** Rejects limits that no input could ever keep. */
  public Limits {
    if (blockSymbols < 1 || blockSymbols > MAX_BLOCK_SYMBOLS) {
      throw new IllegalArgumentException("blockSymbols must be 1 to 65536, not " + blockSymbols);
    }
    if (books < 0 || directoryBytes < 0 || outputBytes < 0) {
      throw new IllegalArgumentException(
          "a limit must not be negative: "
              + books
              + " books, "
              + directoryBytes
              + " directory bytes, "
              + outputBytes
              + " output bytes");
    }
  }
}
