package vail.container;

import java.util.List;

/**
 * What the directory says of a segment (V-20).
 *
 * @param segment the descriptor
 * @param bytes its bytes in the original
 * @param blockBytes bytes of all its blocks, with their frames of 12 bytes
 * @param uses how many blocks name which book
 * @param extents where its tiles are in the container
 */
public record SegmentEntry(
    Segment segment, long bytes, long blockBytes, List<BookUse> uses, Extents extents) {
  /** Takes a copy of the uses. */
  public SegmentEntry {
    uses = List.copyOf(uses);
  }

  /** Tiles of the segment; the last may be shorter than the others. */
  public long tiles() {
    return extents.count();
  }

  /** First byte of a tile, counted from the start of the segment in the original. */
  public long tileStart(long tile) {
    return Math.min(bytes, tile * segment.tileBytes());
  }
}
