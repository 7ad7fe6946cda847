package vail.sim.bytes;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import vail.code.SymbolKind;
import vail.fault.Limits;
import vail.tensor.ElementType;
import vail.tensor.PlaneKernels;
import vail.tensor.SymbolSplit;
import vail.tensor.TileSplitter;

/**
 * Cuts the lanes of a chunk into tiles, and deals these out in groups that are coded in one call:
 * many small ones, or as few large ones as a core's cache holds.
 */
final class Tiles {
  /** Most tiles of a group. */
  static final int MOST = 1024;

  private static final int NEAR = 1 << 17;

  private final SymbolSplit split;
  private final TileSplitter splitter;
  private final List<SymbolKind> kinds;
  private final int[] lanes = new int[MOST];
  private final int[] starts = new int[MOST];
  private final int[] places = new int[MOST];
  private final int[] symbols = new int[MOST];
  private int count;
  private int bytes;

  Tiles(ElementType type, PlaneKernels kernels) {
    split = SymbolSplit.auto(type);
    splitter = TileSplitter.of(split, kernels);
    kinds =
        IntStream.range(0, split.planes())
            .mapToObj(plane -> split.kind(type, type.format(), plane))
            .toList();
  }

  /** What the symbols of each plane stand for. */
  List<SymbolKind> kinds() {
    return kinds;
  }

  int planes() {
    return kinds.size();
  }

  TileSplitter splitter() {
    return splitter;
  }

  /** Most bytes of values in a group. */
  int room() {
    return Math.max(NEAR, mostBytes());
  }

  private int mostBytes() {
    return (int) splitter.rawBytes(Limits.MAX_BLOCK_SYMBOLS);
  }

  /** Deals out the tiles of the lanes that are meant; each group is to be worked on when called. */
  void deal(Shape shape, IntPredicate meant, Runnable work) {
    clear();
    for (int lane = 0; lane < shape.lanes(); lane++) {
      if (meant.test(lane)) {
        deal(shape, lane, work);
      }
    }
    if (count > 0) {
      work.run();
    }
  }

  private void deal(Shape shape, int lane, Runnable work) {
    int end = shape.laneStart(lane + 1);
    for (int at = shape.laneStart(lane); at < end; at += mostBytes()) {
      int size = Math.min(mostBytes(), end - at);
      if (count == MOST || bytes + size > room()) {
        work.run();
        clear();
      }
      lanes[count] = lane;
      starts[count] = at;
      places[count] = bytes;
      symbols[count++] = (int) splitter.symbols(size);
      bytes += size;
    }
  }

  private void clear() {
    count = 0;
    bytes = 0;
  }

  /** Tiles of the group. */
  int count() {
    return count;
  }

  /** The lane of a tile. */
  int lane(int tile) {
    return lanes[tile];
  }

  /** The first byte of a tile among the values. */
  int start(int tile) {
    return starts[tile];
  }

  /** Where the planes of a tile start, one behind the other, among those of its group. */
  int place(int tile) {
    return places[tile];
  }

  /** Symbols of each plane of a tile. */
  int symbols(int tile) {
    return symbols[tile];
  }
}
