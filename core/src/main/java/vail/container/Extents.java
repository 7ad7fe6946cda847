package vail.container;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;

/** Where the tiles of a segment lie in the container: one after the other (V-19). */
public final class Extents {
  private static final ValueLayout.OfInt SIZE =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final long start;
  private final MemorySegment sizes;

  /** Sizes as the directory has them, the first tile's extent starting at {@code start}. */
  Extents(long start, MemorySegment sizes) {
    this.start = start;
    this.sizes = sizes;
  }

  /** Number of tiles. */
  public long count() {
    return sizes.byteSize() / 4;
  }

  /** Bytes of a tile's extent in the container. */
  public long size(long tile) {
    Objects.checkIndex(tile, count());
    return Integer.toUnsignedLong(sizes.get(SIZE, 4 * tile));
  }

  /** First byte of a tile's extent in the container; the end of all for the number of tiles. */
  public long place(long tile) {
    long place = start;
    for (long before = 0; before < tile; before++) {
      place += size(before);
    }
    return place;
  }
}
