package vail.container;

import vail.block.BlockOrder;
import vail.block.BlockSize;

/**
 * How many tiles go through one job: enough for a batch, few enough to bound memory. {@code near}
 * are the bytes that a coder likes to be handed at once.
 */
final class ChunkSize {
  /** Bytes of the original a job holds at least, whatever the tiles' size. */
  static final int BYTES = 1 << 20;

  private static final int MOST_TILES = 4096;

  private ChunkSize() {}

  /** Tiles of a job; no more than a segment of so many bytes can have. */
  static int tiles(Segment segment, long segmentBytes, int near) {
    long most = Math.min(MOST_TILES, Math.ceilDiv(segmentBytes, segment.tileBytes()));
    return (int) Math.clamp(Math.max(BYTES, near) / segment.tileBytes(), 1, Math.max(1, most));
  }

  /** Two large jobs keep a device busy: one is on it while the other comes or goes. */
  static int threads(int threads, int near) {
    return near > BYTES ? Math.min(threads, 2) : threads;
  }

  /** Tiles that are split and coded at a time, so that their bytes stay in a core's cache. */
  static int nearTiles(Segment segment, int bytes) {
    return Math.max(1, bytes / segment.tileBytes());
  }

  /** Most bytes of one block of a full tile. */
  static int blockBound(Segment segment) {
    return BlockSize.bound(BlockOrder.STORED, segment.tileSymbols());
  }

  /** Most bytes of a TILE body (V-07). */
  static int tileBound(Segment segment) {
    return segment.split().planes() * blockBound(segment);
  }
}
