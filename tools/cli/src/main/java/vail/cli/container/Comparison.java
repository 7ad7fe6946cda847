package vail.cli.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Takes what should be the bytes of a file, and finds the first that is not. */
final class Comparison implements WritableByteChannel {
  private static final int PIECE = 1 << 16;

  private final FileChannel file;
  private long at;
  private OptionalLong difference = OptionalLong.empty();

  Comparison(Path path) throws IOException {
    this.file = FileChannel.open(path);
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int size = bytes.remaining();
    while (bytes.hasRemaining()) {
      ByteBuffer here = bytes.slice(bytes.position(), Math.min(PIECE, bytes.remaining()));
      ByteBuffer there = ByteBuffer.allocate(here.remaining());
      while (there.hasRemaining() && file.read(there, at + there.position()) >= 0) {
        // until it is full, or the file ends
      }
      int mismatch = here.mismatch(there.flip());
      if (mismatch >= 0 && difference.isEmpty()) {
        difference = OptionalLong.of(at + mismatch);
      }
      at += here.remaining();
      bytes.position(bytes.position() + here.remaining());
    }
    return size;
  }

  /** Ends the comparison: the file must end here, too. */
  @Override
  public void close() throws IOException {
    if (difference.isEmpty() && at != file.size()) {
      difference = OptionalLong.of(at);
    }
    file.close();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  /** The first byte that differs. */
  OptionalLong difference() {
    return difference;
  }
}
