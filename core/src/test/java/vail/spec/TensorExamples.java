package vail.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import vail.tensor.SymbolSplit;
import vail.tensor.TileSplitter;

/** The examples of how tensors become planes (B-02 to B-04). */
final class TensorExamples {
  private TensorExamples() {}

  static void split(Example example) {
    check(splitOf(example), Texts.bytes(example.one("tensor")), example.all("plane"));
  }

  static void unpack6(Example example) {
    check(SymbolSplit.UNPACKED6, Texts.bytes(example.one("packed")), example.all("symbols"));
  }

  private static SymbolSplit splitOf(Example example) {
    return switch (example.one("split") + example.one("element")) {
      case "planes2" -> SymbolSplit.PLANES2;
      case "planes4" -> SymbolSplit.PLANES4;
      case "planes8" -> SymbolSplit.PLANES8;
      case "bytes2" -> SymbolSplit.BYTES;
      default -> throw new IllegalArgumentException("no such split: " + example);
    };
  }

  private static void check(SymbolSplit split, byte[] raw, List<String> expected) {
    TileSplitter splitter = TileSplitter.of(split);
    int symbols = (int) splitter.symbols(raw.length);
    byte[] planes = new byte[symbols * split.planes()];
    splitter.split(
        MemorySegment.ofArray(raw), 0, symbols, MemorySegment.ofArray(planes), 0, symbols);
    assertEquals(Texts.hex(Texts.bytes(String.join(" ", expected))), Texts.hex(planes));

    byte[] merged = new byte[raw.length];
    splitter.merge(
        MemorySegment.ofArray(planes), 0, symbols, symbols, MemorySegment.ofArray(merged), 0);
    assertEquals(Texts.hex(raw), Texts.hex(merged));
  }
}
