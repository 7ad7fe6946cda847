package vail.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file in memory that counts what is read of it. */
public final class MemoryFile implements SeekableByteChannel {
  private final byte[] bytes;
  private long position;
  private long read;

  /** A file of these bytes. */
  public MemoryFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Bytes read since the last call. */
  long takeCount() {
    long count = read;
    read = 0;
    return count;
  }

  @Override
  public int read(ByteBuffer target) {
    if (position >= bytes.length) {
      return -1;
    }
    int count = (int) Math.min(target.remaining(), bytes.length - position);
    target.put(bytes, (int) position, count);
    position += count;
    read += count;
    return count;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    throw new IOException("read only");
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    throw new IOException("read only");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
