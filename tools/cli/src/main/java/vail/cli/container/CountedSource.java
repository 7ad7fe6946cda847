package vail.cli.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import vail.cli.Progress;

/** A source whose bytes advance a bar as they are read. */
final class CountedSource implements ReadableByteChannel {
  private final ReadableByteChannel source;
  private final Progress progress;

  CountedSource(ReadableByteChannel source, Progress progress) {
    this.source = source;
    this.progress = progress;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int got = source.read(target);
    progress.advance(Math.max(0, got));
    return got;
  }

  @Override
  public boolean isOpen() {
    return source.isOpen();
  }

  /** Leaves the source open: whoever opened it closes it. */
  @Override
  public void close() {}
}
