package vail;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Memory that is read like a file. */
final class SegmentChannel implements ReadableByteChannel {
  private final MemorySegment memory;
  private long position;

  SegmentChannel(MemorySegment memory) {
    this.memory = memory;
  }

  @Override
  public int read(ByteBuffer target) {
    long left = memory.byteSize() - position;
    if (left == 0) {
      return -1;
    }
    int bytes = (int) Math.min(target.remaining(), left);
    // Not as a buffer: memory may be an array of floats.
    MemorySegment.copy(memory, position, MemorySegment.ofBuffer(target), 0, bytes);
    target.position(target.position() + bytes);
    position += bytes;
    return bytes;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
