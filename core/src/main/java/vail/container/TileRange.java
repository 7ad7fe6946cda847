package vail.container;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.SeekableByteChannel;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.TileSplitter;

/** Some tiles of a segment, read where the directory says they are (V-19). */
final class TileRange {
  private final SegmentEntry entry;
  private final long from;
  private final long to;
  private final FrameInput input;

  TileRange(
      SeekableByteChannel file, SegmentEntry entry, long from, long to, MemorySegment buffer) {
    this.entry = entry;
    this.from = from;
    this.to = to;
    long start = entry.extents().place(from);
    long end = entry.extents().place(to);
    this.input = new FrameInput(new Slice(file, start, end), start, buffer);
  }

  /** Puts the tiles through a window. */
  void decode(FileBooks books, Window<DecodeChunk> window, Limits limits) throws IOException {
    SegmentReader reader = new SegmentReader(input, books, window, entry.segment(), 0, limits);
    try {
      for (long tile = from; tile < to; tile++) {
        FrameHead frame = head(tile);
        check(tile, reader.tile(frame), frame);
      }
    } finally {
      reader.submit();
    }
  }

  /** Looks at the blocks. */
  void visit(Limits limits, BlockVisitor visitor) throws IOException {
    TileBody body = new TileBody(limits);
    for (long tile = from; tile < to; tile++) {
      FrameHead frame = head(tile).bound(TileBody.LEAST, ChunkSize.tileBound(entry.segment()));
      body.read(entry.segment(), MemorySegment.ofArray(input.body(frame)), frame.bodyAt());
      check(tile, body, frame);
      long place = frame.bodyAt();
      for (int plane = 0; plane < entry.segment().split().planes(); plane++) {
        visitor.block(tile, plane, place, body.block(plane));
        place += body.blockBytes(plane);
      }
    }
  }

  /** The head of a tile's frame; the books before it have been read when the file was opened. */
  private FrameHead head(long tile) throws IOException {
    long end = input.position() + entry.extents().size(tile);
    FrameHead frame = input.head();
    while (frame.type() == FrameType.BOOK) {
      input.body(frame.bound(BookFrame.SMALL, BookFrame.LARGE));
      frame = input.head();
    }
    if (frame.type() != FrameType.TILE || frame.end() != end) {
      throw frame.outOfOrder("where the directory has a tile that ends at byte " + end);
    }
    return frame;
  }

  /** The symbols of a tile are what the directory promises. */
  private void check(long tile, TileBody body, FrameHead frame) {
    long bytes = TileSplitter.of(entry.segment().split()).rawBytes(body.symbols());
    if (bytes != entry.tileStart(tile + 1) - entry.tileStart(tile)) {
      throw new VailFormatException(
          Fault.BAD_FIELD, frame.bodyAt(), "tile " + tile + " has " + bytes + " bytes");
    }
  }
}
