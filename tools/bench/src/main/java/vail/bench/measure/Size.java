package vail.bench.measure;

/**
 * How much is coded.
 *
 * @param block bytes of a block
 * @param bytes bytes of all blocks, which decides where the data lies: in a cache or beyond
 */
public record Size(int block, long bytes) {
  /** Rejects what is not whole blocks. */
  public Size {
    if (block < 1 || bytes < block || bytes % block != 0) {
      throw new IllegalArgumentException(bytes + " bytes are not whole blocks of " + block);
    }
  }

  int blocks() {
    return Math.toIntExact(bytes / block);
  }
}
