package vail.bench.codec;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import vail.block.Batch;
import vail.fault.Fault;

/** zstd's Huffman coder with a table built once; a block that it cannot shrink is copied. */
final class Huff0Codec implements Codec {
  private final Huff0Library library;
  private final MemorySegment tables;
  private final int symbols;

  /**
   * Builds the tables.
   *
   * @param symbols 1 or 2: how many symbols the decoder looks up at a time
   * @param earlier symbols that the code is made from; it has to cover all others, too
   */
  Huff0Codec(Huff0Library library, int symbols, byte[] earlier) {
    this.library = library;
    this.symbols = symbols;
    int[] counts = new int[256];
    for (byte symbol : earlier) {
      counts[symbol & 0xff]++;
    }
    this.tables = library.open(Arrays.stream(counts).map(count -> Math.max(1, count)).toArray());
  }

  @Override
  public void encode(MemorySegment from, MemorySegment coded, Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      MemorySegment block = from.asSlice(batch.sourceAt(i), batch.sourceBytes(i));
      MemorySegment to = coded.asSlice(batch.targetAt(i), batch.targetRoom(i));
      long bytes = library.encode(tables, block, to);
      if (bytes == 0 || bytes >= block.byteSize()) {
        to.asSlice(0, block.byteSize()).copyFrom(block);
        bytes = block.byteSize();
      }
      report(batch, i, bytes);
    }
  }

  @Override
  public void decode(MemorySegment coded, MemorySegment to, Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      MemorySegment block = coded.asSlice(batch.sourceAt(i), batch.sourceBytes(i));
      MemorySegment restored = to.asSlice(batch.targetAt(i), batch.targetRoom(i));
      if (block.byteSize() == restored.byteSize()) {
        restored.copyFrom(block);
        batch.succeed(i, (int) block.byteSize());
      } else {
        report(batch, i, library.decode(tables, symbols, block, restored));
      }
    }
  }

  private static void report(Batch batch, int i, long bytes) {
    if (bytes < 0) {
      batch.fail(i, Fault.INTERNAL, 0);
    } else {
      batch.succeed(i, (int) bytes);
    }
  }

  @Override
  public void close() {
    library.close(tables);
  }
}
