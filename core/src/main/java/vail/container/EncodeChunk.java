package vail.container;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;
import vail.block.Batch;
import vail.block.EncodePolicy;
import vail.tensor.NumberFormat;
import vail.tensor.SymbolSplit;
import vail.tensor.TileSplitter;

/** A job of the writer: some tiles of one segment become blocks. */
final class EncodeChunk implements Runnable {
  private final Coding coding;
  private final int near;
  private final Buffers buffers;
  private Batch batch = new Batch(16);
  private int[] blockBytes = {};
  private Piece piece;
  private int bytes;

  /**
   * Where the tiles come from.
   *
   * @param segment the descriptor
   * @param format what its elements mean
   * @param tiles room asked for
   */
  record Piece(Segment segment, NumberFormat format, int tiles) {}

  EncodeChunk(Coding coding, Arena arena, Piece first) {
    this.coding = coding;
    this.near = coding.encoder().bytesAtOnce();
    this.buffers = new Buffers(arena, near);
    this.piece = first;
  }

  /** Makes room; the elements are then to be put into what it returns. */
  MemorySegment prepare(Piece next) {
    piece = next;
    bytes = 0;
    buffers.fit(next.segment(), next.tiles());
    if (batch.capacity() < next.tiles()) {
      batch = new Batch(next.tiles());
    }
    if (blockBytes.length < next.tiles() * next.segment().split().planes()) {
      blockBytes = new int[next.tiles() * next.segment().split().planes()];
    }
    return buffers.elements();
  }

  /** Says how many bytes of elements there are: whole groups, and whole tiles but the last. */
  void filled(int elementBytes) {
    bytes = elementBytes;
  }

  Segment segment() {
    return piece.segment();
  }

  int bytes() {
    return bytes;
  }

  int tiles() {
    return (int) Math.ceilDiv((long) bytes, segment().tileBytes());
  }

  /** Bytes of a tile in the original. */
  int tileBytes(int tile) {
    return Math.min(segment().tileBytes(), bytes - tile * segment().tileBytes());
  }

  @Override
  public void run() {
    List<EncodePolicy> policies = policies();
    int step = ChunkSize.nearTiles(segment(), near);
    for (int tile = 0; tile < tiles(); tile += step) {
      encode(tile, Math.min(tile + step, tiles()), policies);
    }
  }

  /** One a plane. */
  private List<EncodePolicy> policies() {
    SymbolSplit split = segment().split();
    return IntStream.range(0, split.planes())
        .mapToObj(plane -> coding.policy(split.kind(segment().type(), piece.format(), plane)))
        .toList();
  }

  /** Tiles from {@code first} to before {@code stop}. */
  private void encode(int first, int stop, List<EncodePolicy> policies) {
    SymbolSplit split = segment().split();
    TileSplitter splitter = TileSplitter.of(split, coding.planes());
    long at = (long) first * segment().tileBytes();
    long symbols = splitter.symbols(Math.min(bytes, (long) stop * segment().tileBytes()) - at);
    splitter.split(buffers.elements(), at, symbols, buffers.planes(), 0, symbols);
    for (int plane = 0; plane < split.planes(); plane++) {
      startBatch(first, stop, plane, symbols);
      coding
          .encoder()
          .encode(coding.books(), policies.get(plane), buffers.planes(), buffers.blocks(), batch);
      for (int tile = first; tile < stop; tile++) {
        blockBytes[tile * split.planes() + plane] = batch.bytes(tile - first);
      }
    }
  }

  private void startBatch(int first, int stop, int plane, long symbols) {
    int step = segment().tileSymbols();
    int room = ChunkSize.blockBound(segment());
    batch.restart();
    for (int tile = first; tile < stop; tile++) {
      long before = (long) (tile - first) * step;
      int count = (int) Math.min(step, symbols - before);
      batch.add(plane * symbols + before, count, blockAt(tile, plane), room);
    }
  }

  private long blockAt(int tile, int plane) {
    return ((long) tile * segment().split().planes() + plane) * ChunkSize.blockBound(segment());
  }

  /** Bytes of all blocks of a tile. */
  long bodyBytes(int tile) {
    long sum = 0;
    for (int plane = 0; plane < segment().split().planes(); plane++) {
      sum += blockBytes[tile * segment().split().planes() + plane];
    }
    return sum;
  }

  /** First byte of a block's head: its slot. */
  int slot(int tile, int plane) {
    return buffers.blocks().get(ValueLayout.JAVA_BYTE, blockAt(tile, plane)) & 0xff;
  }

  /** Second byte of a block's head: its epoch. */
  int epoch(int tile, int plane) {
    return buffers.blocks().get(ValueLayout.JAVA_BYTE, blockAt(tile, plane) + 1) & 0xff;
  }

  /** Puts the blocks of a tile one after the other. */
  void putBody(int tile, FrameOutput output) throws IOException {
    int planes = segment().split().planes();
    for (int plane = 0; plane < planes; plane++) {
      output.put(buffers.blocks(), blockAt(tile, plane), blockBytes[tile * planes + plane]);
    }
  }
}
