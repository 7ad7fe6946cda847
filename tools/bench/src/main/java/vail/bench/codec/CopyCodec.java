package vail.bench.codec;

import java.lang.foreign.MemorySegment;
import vail.block.Batch;

/** Copies: what no codec that reads and writes every byte can beat by much. */
public final class CopyCodec implements Codec {
  @Override
  public void encode(MemorySegment symbols, MemorySegment coded, Batch batch) {
    copy(symbols, coded, batch);
  }

  @Override
  public void decode(MemorySegment coded, MemorySegment symbols, Batch batch) {
    copy(coded, symbols, batch);
  }

  private static void copy(MemorySegment from, MemorySegment to, Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      MemorySegment.copy(from, batch.sourceAt(i), to, batch.targetAt(i), batch.sourceBytes(i));
      batch.succeed(i, batch.sourceBytes(i));
    }
  }
}
