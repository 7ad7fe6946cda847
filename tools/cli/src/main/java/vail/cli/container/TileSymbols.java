package vail.cli.container;

import vail.cli.ByteSize;
import vail.cli.UsageException;
import vail.fault.Limits;

/** What {@code --tile} may be. */
final class TileSymbols {
  private static final int LEAST = 4;

  private TileSymbols() {}

  /**
   * Symbols of a block.
   *
   * @throws UsageException if they are too few or too many
   */
  static int of(ByteSize tile) {
    if (tile.bytes() < LEAST || tile.bytes() > Limits.MAX_BLOCK_SYMBOLS) {
      throw new UsageException("--tile " + tile.bytes() + ": accepted are 4 to 65536 symbols");
    }
    return (int) tile.bytes();
  }
}
