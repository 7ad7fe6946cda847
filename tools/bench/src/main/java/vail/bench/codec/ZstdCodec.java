package vail.bench.codec;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import vail.block.Batch;

/** zstd by zstd-jni, one frame a block. */
final class ZstdCodec implements Codec {
  private final ZstdCompressCtx compressor = new ZstdCompressCtx();
  private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();

  ZstdCodec(int level) {
    compressor.setLevel(level);
  }

  @Override
  public void encode(MemorySegment symbols, MemorySegment coded, Batch batch) {
    ByteBuffer from = symbols.asByteBuffer();
    ByteBuffer to = coded.asByteBuffer();
    for (int i = 0; i < batch.size(); i++) {
      batch.succeed(
          i,
          compressor.compressDirectByteBuffer(
              to,
              (int) batch.targetAt(i),
              batch.targetRoom(i),
              from,
              (int) batch.sourceAt(i),
              batch.sourceBytes(i)));
    }
  }

  @Override
  public void decode(MemorySegment coded, MemorySegment symbols, Batch batch) {
    ByteBuffer from = coded.asByteBuffer();
    ByteBuffer to = symbols.asByteBuffer();
    for (int i = 0; i < batch.size(); i++) {
      batch.succeed(
          i,
          decompressor.decompressDirectByteBuffer(
              to,
              (int) batch.targetAt(i),
              batch.targetRoom(i),
              from,
              (int) batch.sourceAt(i),
              batch.sourceBytes(i)));
    }
  }

  @Override
  public void close() {
    compressor.close();
    decompressor.close();
  }
}
