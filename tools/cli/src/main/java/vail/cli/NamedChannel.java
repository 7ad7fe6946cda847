package vail.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A channel whose failures name the file: a full disk says nothing of who has filled it. */
final class NamedChannel implements WritableByteChannel {
  private final Path path;
  private final WritableByteChannel channel;

  NamedChannel(Path path, WritableByteChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    try {
      return channel.write(bytes);
    } catch (IOException e) {
      FileSystemException named =
          new FileSystemException(path.toString(), null, String.valueOf(e.getMessage()));
      named.initCause(e);
      throw named;
    }
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  /** Leaves the channel open: whoever opened it closes it. */
  @Override
  public void close() {}
}
