package vail.cli.train;

import java.lang.foreign.MemorySegment;
import java.util.function.LongConsumer;
import vail.code.ExponentCounts;
import vail.code.Histogram;
import vail.code.SymbolKind;
import vail.tensor.SplitChoice;
import vail.tensor.SymbolSplit;
import vail.tensor.TensorInfo;
import vail.tensor.TileSplitter;

/** Counts the symbols of the first plane of a tensor, tile by tile as they will be coded. */
final class TensorCounter {
  private static final int TILE_SYMBOLS = 65_536;

  private final SplitChoice choice;
  private final LongConsumer progress;

  TensorCounter(SplitChoice choice, LongConsumer progress) {
    this.choice = choice;
    this.progress = progress;
  }

  /** The counts of a tensor whose elements are {@code raw}. */
  Counted count(TensorInfo tensor, String kind, MemorySegment raw) {
    SymbolSplit split = choice.of(tensor.type());
    SymbolKind symbols = split.kind(tensor.type(), tensor.format(), 0);
    TileSplitter splitter = TileSplitter.of(split);
    MemorySegment planes = MemorySegment.ofArray(new byte[split.planes() * TILE_SYMBOLS]);
    Histogram sum = new Histogram();
    long left = splitter.symbols(raw.byteSize());
    long at = 0;
    while (left > 0) {
      long size = Math.min(left, TILE_SYMBOLS);
      splitter.split(raw, at, size, planes, 0, TILE_SYMBOLS);
      Histogram tile = Histogram.of(planes.asSlice(0, size));
      sum.add(symbols.isExponent() ? ExponentCounts.moved(tile) : tile);
      at += splitter.rawBytes(size);
      left -= size;
      progress.accept(splitter.rawBytes(size));
    }
    return new Counted(symbols, kind, tensor.name(), sum);
  }
}
