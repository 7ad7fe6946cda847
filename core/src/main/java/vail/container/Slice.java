package vail.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;

/** A range of a file, so that reading ahead never leaves what was asked for. */
final class Slice implements ReadableByteChannel {
  private final SeekableByteChannel file;
  private final long end;
  private long at;

  Slice(SeekableByteChannel file, long start, long end) {
    this.file = file;
    this.at = start;
    this.end = end;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (at >= end) {
      return -1;
    }
    int wanted = (int) Math.min(target.remaining(), end - at);
    ByteBuffer part = target.slice(target.position(), wanted);
    int got = file.position(at).read(part);
    if (got > 0) {
      target.position(target.position() + got);
      at += got;
    }
    return got;
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  /** Leaves the file open: whoever opened it closes it. */
  @Override
  public void close() {}
}
