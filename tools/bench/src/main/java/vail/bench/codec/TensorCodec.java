package vail.bench.codec;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import vail.block.Batch;
import vail.block.Release;
import vail.fault.Fault;
import vail.tensor.PlaneKernels;
import vail.tensor.SymbolSplit;
import vail.tensor.TileSplitter;

/**
 * Whole bf16 values: tiles of them are split into exponents and the rest, and each plane goes to a
 * codec of its own. A coded tile starts with the bytes of its first plane.
 */
public final class TensorCodec implements Codec {
  /** Tiles that a decoder gets at once, because some are faster with several. */
  private static final int GROUP = 4;

  private static final int LENGTH = Integer.BYTES;

  private final TileSplitter splitter;
  private final Codec exponents;
  private final Codec rest;
  private final Arena arena = Arena.ofShared();
  private final Batch first = new Batch(GROUP, Release.SCRATCH);
  private final Batch second = new Batch(GROUP, Release.SCRATCH);
  private final MemorySegment planes;
  private final int symbols;

  /**
   * Splits between two codecs, which it closes.
   *
   * @param kernels take elements apart
   * @param symbols most elements of a tile
   */
  public TensorCodec(Codec exponents, Codec rest, PlaneKernels kernels, int symbols) {
    this.splitter = TileSplitter.of(SymbolSplit.PLANES2, kernels);
    this.exponents = exponents;
    this.rest = rest;
    this.symbols = symbols;
    this.planes = arena.allocate(2L * GROUP * symbols, 64);
  }

  @Override
  public void encode(MemorySegment values, MemorySegment coded, Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      int count = batch.sourceBytes(i) / 2;
      long at = batch.targetAt(i) + LENGTH;
      int room = batch.targetRoom(i) - LENGTH;
      splitter.split(values, batch.sourceAt(i), count, planes, 0, symbols);
      first.restart();
      first.add(0, count, at, room);
      exponents.encode(planes, coded, first);
      int bytes = first.bytes(0);
      second.restart();
      second.add(symbols, count, at + bytes, room - bytes);
      rest.encode(planes, coded, second);
      coded.set(JAVA_INT_UNALIGNED, batch.targetAt(i), bytes);
      batch.succeed(i, LENGTH + bytes + second.bytes(0));
    }
  }

  @Override
  public void decode(MemorySegment coded, MemorySegment values, Batch batch) {
    for (int from = 0; from < batch.size(); from += GROUP) {
      int stop = Math.min(from + GROUP, batch.size());
      first.restart();
      second.restart();
      for (int i = from; i < stop; i++) {
        int count = batch.targetRoom(i) / 2;
        long at = batch.sourceAt(i);
        int bytes = coded.get(JAVA_INT_UNALIGNED, at);
        int left = batch.sourceBytes(i) - LENGTH - bytes;
        first.add(at + LENGTH, bytes, plane(i - from), count);
        second.add(at + LENGTH + bytes, left, plane(i - from) + symbols, count);
      }
      exponents.decode(coded, planes, first);
      rest.decode(coded, planes, second);
      for (int i = from; i < stop; i++) {
        merge(values, batch, i, i - from);
      }
    }
  }

  private void merge(MemorySegment values, Batch batch, int i, int tile) {
    int count = batch.targetRoom(i) / 2;
    if (first.bytes(tile) == count && second.bytes(tile) == count) {
      splitter.merge(planes, plane(tile), symbols, count, values, batch.targetAt(i));
      batch.succeed(i, 2 * count);
    } else {
      batch.fail(i, Fault.SYMBOL_COUNT_MISMATCH, 0);
    }
  }

  private long plane(int tile) {
    return 2L * tile * symbols;
  }

  @Override
  public void close() {
    exponents.close();
    rest.close();
    arena.close();
  }
}
