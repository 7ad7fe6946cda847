package vail.conform.generate;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vail.conform.vector.Data;
import vail.conform.vector.Mapping;
import vail.tensor.SymbolSplit;
import vail.tensor.TileSplitter;

/** Tensors and their planes. */
final class Mappings {
  private Mappings() {}

  /** The planes of some elements. */
  static Mapping of(SymbolSplit split, Data tensor) {
    TileSplitter splitter = TileSplitter.of(split);
    int symbols = (int) splitter.symbols(tensor.size());
    byte[] planes = new byte[symbols * split.planes()];
    splitter.split(
        MemorySegment.ofArray(tensor.bytes()),
        0,
        symbols,
        MemorySegment.ofArray(planes),
        0,
        symbols);
    List<Data> parts = new ArrayList<>();
    for (int plane = 0; plane < split.planes(); plane++) {
      parts.add(Data.of(Arrays.copyOfRange(planes, plane * symbols, (plane + 1) * symbols)));
    }
    return new Mapping(split, tensor, parts);
  }
}
