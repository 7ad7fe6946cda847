package vail.bench.codec;

import io.airlift.compress.v3.Compressor;
import io.airlift.compress.v3.Decompressor;
import java.lang.foreign.MemorySegment;
import vail.block.Batch;

/** A codec of aircompressor, one frame a block. */
final class AirCodec implements Codec {
  private final Compressor compressor;
  private final Decompressor decompressor;

  AirCodec(Compressor compressor, Decompressor decompressor) {
    this.compressor = compressor;
    this.decompressor = decompressor;
  }

  @Override
  public void encode(MemorySegment symbols, MemorySegment coded, Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      MemorySegment from = symbols.asSlice(batch.sourceAt(i), batch.sourceBytes(i));
      MemorySegment to = coded.asSlice(batch.targetAt(i), batch.targetRoom(i));
      batch.succeed(i, compressor.compress(from, to));
    }
  }

  @Override
  public void decode(MemorySegment coded, MemorySegment symbols, Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      MemorySegment from = coded.asSlice(batch.sourceAt(i), batch.sourceBytes(i));
      MemorySegment to = symbols.asSlice(batch.targetAt(i), batch.targetRoom(i));
      batch.succeed(i, decompressor.decompress(from, to));
    }
  }
}
