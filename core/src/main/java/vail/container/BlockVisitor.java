package vail.container;

import vail.block.BlockHeader;

/** Hears of blocks, one by one. */
@FunctionalInterface
public interface BlockVisitor {
  /**
   * A block.
   *
   * @param tile number of its tile in the segment
   * @param plane number of its plane
   * @param place first byte in the container
   * @param header what the block says of itself
   */
  void block(long tile, int plane, long place, BlockHeader header);
}
