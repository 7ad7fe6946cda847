package vail.container;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vail.block.Batch;
import vail.block.BlockDecoder;
import vail.block.Release;
import vail.code.BookId;
import vail.code.BookSet;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.ElementType;
import vail.tensor.PlaneKernels;
import vail.tensor.SymbolSplit;
import vail.tensor.TileSplitter;

/** A job of the readers: some tiles of one segment, already checked as frames, become elements. */
final class DecodeChunk implements Runnable {
  private static final Segment NOTHING =
      new Segment(0, 1, SymbolSplit.BYTES, SegmentRole.OPAQUE, ElementType.U8, "", List.of());

  private final BlockDecoder decoder;
  private final PlaneKernels planes;
  private final Limits limits;
  private final int near;
  private final Buffers buffers;
  private final Set<BookId> named = new TreeSet<>();
  private BookSet books = BookSet.empty();
  private Segment segment = NOTHING;
  private Batch batch = new Batch(16, Release.SCRATCH);
  private long[] placeOfTile = {};
  private int[] blockBytes = {};
  private int tiles;
  private int capacity;
  private long filled;
  private long symbols;

  DecodeChunk(BlockDecoder decoder, PlaneKernels planes, Limits limits, Arena arena) {
    this.decoder = decoder;
    this.planes = planes;
    this.limits = limits;
    this.near = decoder.bytesAtOnce();
    this.buffers = new Buffers(arena, near);
  }

  /** Makes room for tiles of a segment. */
  void prepare(Segment next) {
    segment = next;
    tiles = 0;
    filled = 0;
    symbols = 0;
    named.clear();
    capacity = ChunkSize.tiles(next, next.mostBytes(), near);
    buffers.fit(next, capacity);
    if (placeOfTile.length < capacity) {
      placeOfTile = new long[capacity];
      batch = new Batch(capacity, Release.SCRATCH);
    }
    if (blockBytes.length < capacity * next.split().planes()) {
      blockBytes = new int[capacity * next.split().planes()];
    }
  }

  boolean isFull() {
    return tiles == capacity;
  }

  boolean isEmpty() {
    return tiles == 0;
  }

  /** Where the body of the next tile is to be put, from {@link #bodyAt} on. */
  MemorySegment bodies() {
    return buffers.blocks();
  }

  long bodyAt() {
    return filled;
  }

  /** Takes over a body that lies at {@link #bodyAt}, and has been looked through. */
  void add(TileBody body, FrameHead frame) {
    int planes = segment.split().planes();
    for (int plane = 0; plane < planes; plane++) {
      blockBytes[tiles * planes + plane] = body.blockBytes(plane);
    }
    named.addAll(body.books());
    placeOfTile[tiles] = frame.bodyAt();
    filled += frame.bodyBytes();
    symbols += body.symbols();
    tiles++;
  }

  /** The books its blocks name. */
  Set<BookId> books() {
    return named;
  }

  /** Says where the books are. */
  void with(BookSet found) {
    books = found;
  }

  @Override
  public void run() {
    int step = ChunkSize.nearTiles(segment, near);
    long at = 0;
    for (int tile = 0; tile < tiles; tile += step) {
      at = decode(tile, Math.min(tile + step, tiles), at);
    }
  }

  /**
   * Tiles from {@code first} to before {@code stop}, whose blocks start at {@code at}; returns
   * where they end.
   */
  private long decode(int first, int stop, long at) {
    Optional<VailFormatException> fault = Optional.empty();
    long count = Math.min((long) stop * step(), symbols) - (long) first * step();
    long end = at;
    for (int plane = 0; plane < segment.split().planes(); plane++) {
      end = startBatch(first, stop, plane, at, count);
      decoder.decode(books, limits, buffers.blocks(), buffers.planes(), batch);
      fault = earlier(fault, first, plane);
    }
    if (fault.isPresent()) {
      throw fault.get();
    }
    merge(first, count);
    return end;
  }

  private long startBatch(int first, int stop, int plane, long from, long count) {
    batch.restart();
    long at = from;
    for (int tile = first; tile < stop; tile++) {
      for (int p = 0; p < segment.split().planes(); p++) {
        int bytes = bytes(tile, p);
        if (p == plane) {
          batch.add(at, bytes, plane * count + (long) (tile - first) * step(), room(tile));
        }
        at += bytes;
      }
    }
    return at;
  }

  /** All tiles but the last of a chunk have as many symbols as the segment says. */
  private int room(int tile) {
    return (int) Math.min(step(), symbols - (long) tile * step());
  }

  private int step() {
    return segment.tileSymbols();
  }

  private int bytes(int tile, int plane) {
    return blockBytes[tile * segment.split().planes() + plane];
  }

  /** The fault that comes first in the file, whatever the order of decoding. */
  private Optional<VailFormatException> earlier(
      Optional<VailFormatException> known, int first, int plane) {
    for (int i = 0; i < batch.size(); i++) {
      if (!batch.ok(i)) {
        long at = placeOf(first + i, plane) + batch.faultAt(i);
        if (known.isPresent() && known.get().offset() < at) {
          return known;
        }
        String where = "tile " + (first + i) + " of the batch, plane " + plane;
        return Optional.of(new VailFormatException(batch.fault(i), at, where));
      }
    }
    return known;
  }

  private long placeOf(int tile, int plane) {
    long at = placeOfTile[tile];
    for (int before = 0; before < plane; before++) {
      at += bytes(tile, before);
    }
    return at;
  }

  private void merge(int first, long count) {
    long at = (long) first * segment.tileBytes();
    try {
      TileSplitter.of(segment.split(), planes)
          .merge(buffers.planes(), 0, count, count, buffers.elements(), at);
    } catch (VailFormatException e) {
      // A symbol no encoder makes (B-04); its block is what is known of its place.
      throw e.at(placeOfTile[first + (int) (e.offset() / step())]);
    }
  }

  /** Bytes of the original. */
  long bytes() {
    return TileSplitter.of(segment.split()).rawBytes(symbols);
  }

  /** The restored elements; valid until the job is prepared again. */
  MemorySegment elements() {
    return buffers.elements().asSlice(0, bytes());
  }
}
