package vail.bench.measure;

import java.lang.foreign.MemorySegment;
import vail.bench.codec.Codec;
import vail.bench.codec.CopyCodec;
import vail.block.Batch;

/** Copies, but for what a test changes. */
class FakeCodec implements Codec {
  private final Codec copy = new CopyCodec();

  @Override
  public void encode(MemorySegment symbols, MemorySegment coded, Batch batch) {
    copy.encode(symbols, coded, batch);
  }

  @Override
  public void decode(MemorySegment coded, MemorySegment symbols, Batch batch) {
    copy.decode(coded, symbols, batch);
  }
}
