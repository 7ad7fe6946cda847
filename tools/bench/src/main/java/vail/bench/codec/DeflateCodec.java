package vail.bench.codec;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import vail.block.Batch;
import vail.fault.Fault;

/** zlib's Huffman coder alone, as the JDK has it: a code of its own for each block. */
final class DeflateCodec implements Codec {
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final Inflater inflater = new Inflater(true);

  DeflateCodec() {
    deflater.setStrategy(Deflater.HUFFMAN_ONLY);
  }

  @Override
  public void encode(MemorySegment symbols, MemorySegment coded, Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      deflater.reset();
      deflater.setInput(symbols.asSlice(batch.sourceAt(i), batch.sourceBytes(i)).asByteBuffer());
      deflater.finish();
      ByteBuffer to = coded.asSlice(batch.targetAt(i), batch.targetRoom(i)).asByteBuffer();
      while (!deflater.finished() && to.hasRemaining()) {
        deflater.deflate(to);
      }
      if (deflater.finished()) {
        batch.succeed(i, to.position());
      } else {
        batch.fail(i, Fault.OUTPUT_TOO_SMALL, 0);
      }
    }
  }

  @Override
  public void decode(MemorySegment coded, MemorySegment symbols, Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      inflater.reset();
      inflater.setInput(coded.asSlice(batch.sourceAt(i), batch.sourceBytes(i)).asByteBuffer());
      ByteBuffer to = symbols.asSlice(batch.targetAt(i), batch.targetRoom(i)).asByteBuffer();
      try {
        while (inflater.inflate(to) > 0 && to.hasRemaining()) {}
        batch.succeed(i, to.position());
      } catch (DataFormatException e) {
        batch.fail(i, Fault.INVALID_CODEWORD, 0);
      }
    }
  }

  @Override
  public void close() {
    deflater.end();
    inflater.end();
  }
}
