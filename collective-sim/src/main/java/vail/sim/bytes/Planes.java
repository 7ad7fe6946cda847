package vail.sim.bytes;

import java.lang.foreign.MemorySegment;
import java.util.function.IntPredicate;
import vail.code.Histogram;
import vail.code.SymbolKind;
import vail.tensor.ElementType;
import vail.tensor.PlaneKernels;

/** Tiles of values as planes of symbols. Belongs to one thread at a time. */
final class Planes {
  private final Tiles tiles;
  private final byte[] bytes;

  Planes(ElementType type, PlaneKernels kernels) {
    tiles = new Tiles(type, kernels);
    bytes = new byte[tiles.room()];
  }

  Tiles tiles() {
    return tiles;
  }

  /** All planes of the tiles that were split last. */
  MemorySegment symbols() {
    return MemorySegment.ofArray(bytes);
  }

  /** Splits the tiles that are dealt out. */
  void split(Chunk values) {
    MemorySegment from = MemorySegment.ofArray(values.bytes());
    for (int tile = 0; tile < tiles.count(); tile++) {
      int symbols = tiles.symbols(tile);
      tiles
          .splitter()
          .split(from, tiles.start(tile), symbols, symbols(), tiles.place(tile), symbols);
    }
  }

  /** The symbols of the first block of values that is coded. */
  Histogram block(Chunk values) {
    Histogram counts = new Histogram();
    boolean[] first = {true};
    tiles.deal(
        values.shape(),
        _ -> true,
        () -> {
          if (first[0]) {
            first[0] = false;
            split(values);
            counts.add(symbols().asSlice(tiles.place(0), tiles.symbols(0)));
          }
        });
    return counts;
  }

  /** The symbols of some lanes that are coded, as a book sees them. */
  Histogram count(Chunk values, IntPredicate lanes) {
    SymbolKind kind = tiles.kinds().getFirst();
    Histogram counts = new Histogram();
    tiles.deal(
        values.shape(),
        lanes,
        () -> {
          split(values);
          for (int tile = 0; tile < tiles.count(); tile++) {
            counts.add(
                OwnBook.count(kind, symbols().asSlice(tiles.place(tile), tiles.symbols(tile))));
          }
        });
    return counts;
  }
}
