package vail.block;

import java.util.Arrays;
import java.util.zip.CRC32C;
import vail.code.Codebook;

/** The CRC-32C of a block (B-16): a wrong book, head, payload or size does not get past it. */
final class BlockCheck {
  private static final int SEED_BYTES = 8;

  private final CRC32C crc = new CRC32C();
  private final byte[] seed = new byte[SEED_BYTES];

  /** The next block is coded: the first eight bytes of the book's digest go first. */
  void seed(Codebook book) {
    book.copyDigest(seed, 0, SEED_BYTES);
  }

  /** The next block is raw or constant: eight zeros go first. */
  void seedZeros() {
    Arrays.fill(seed, (byte) 0);
  }

  /**
   * The check value of a block.
   *
   * @param bytes the block starts at {@code at}; the other places count from there
   */
  int of(byte[] bytes, int at, int payloadAt, int payloadBytes, int tailAt) {
    crc.reset();
    crc.update(seed, 0, SEED_BYTES);
    crc.update(bytes, at, BlockSize.HEAD);
    crc.update(bytes, at + payloadAt, payloadBytes);
    crc.update(bytes, at + tailAt, 2);
    return (int) crc.getValue();
  }
}
