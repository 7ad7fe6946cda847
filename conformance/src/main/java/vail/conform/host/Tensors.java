package vail.conform.host;

import java.lang.foreign.MemorySegment;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.fault.VailFormatException;
import vail.tensor.SymbolSplit;
import vail.tensor.TileSplitter;

/** Tensors to planes and back (B-02 to B-04), by {@code core}. */
final class Tensors {
  private Tensors() {}

  static Reply split(Request.Split request) {
    SymbolSplit split = split(request.split());
    TileSplitter splitter = TileSplitter.of(split);
    int symbols = (int) splitter.symbols(request.tensor().length);
    MemorySegment tensor = whole(request.tensor(), (int) splitter.rawBytes(symbols));
    byte[] planes = new byte[symbols * split.planes()];
    splitter.split(tensor, 0, symbols, MemorySegment.ofArray(planes), 0, symbols);
    return new Reply.Data(planes);
  }

  static Reply join(Request.Join request) {
    SymbolSplit split = split(request.split());
    TileSplitter splitter = TileSplitter.of(split);
    int symbols = request.planes().length / split.planes();
    MemorySegment planes = whole(request.planes(), symbols * split.planes());
    byte[] tensor = new byte[(int) splitter.rawBytes(symbols)];
    try {
      splitter.merge(planes, 0, symbols, symbols, MemorySegment.ofArray(tensor), 0);
    } catch (VailFormatException e) {
      // In a file it is the sender's fault; here the planes are an argument (P-20).
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return new Reply.Data(tensor);
  }

  private static SymbolSplit split(int number) {
    return SymbolSplit.find(number)
        .orElseThrow(() -> new IllegalArgumentException("no split has the number " + number));
  }

  private static MemorySegment whole(byte[] bytes, int expected) {
    if (bytes.length != expected) {
      throw new IllegalArgumentException(bytes.length + " bytes are not whole elements");
    }
    return MemorySegment.ofArray(bytes);
  }
}
