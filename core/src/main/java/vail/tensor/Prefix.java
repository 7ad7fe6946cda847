package vail.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.OptionalLong;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * The first bytes of a file that is read once and in order. What was looked at is kept, so that the
 * file can still be copied from its first byte on.
 */
public final class Prefix implements ReadableByteChannel {
  private static final int STEP = 1 << 20;

  private final ReadableByteChannel channel;
  private final OptionalLong fileBytes;
  private byte[] kept = new byte[0];
  private int held;
  private int handedOut;

  /**
   * Looks at a channel that stands at the first byte of a file.
   *
   * @param channel read only as far as asked for, never closed
   * @param fileBytes size of the file if it is known; a pipe's is not
   */
  public Prefix(ReadableByteChannel channel, OptionalLong fileBytes) {
    this.channel = channel;
    this.fileBytes = fileBytes;
  }

  /** Size of the file if it is known. */
  public OptionalLong fileBytes() {
    return fileBytes;
  }

  /** Reads on until the first {@code bytes} are held or the file ends; whether they are held. */
  public boolean holds(int bytes) throws IOException {
    while (held < bytes) {
      // Grown in steps as bytes arrive: a length that a file claims allocates nothing by itself.
      if (held == kept.length) {
        kept = Arrays.copyOf(kept, (int) Math.min(bytes, 2L * held + STEP));
      }
      int got = channel.read(ByteBuffer.wrap(kept, held, kept.length - held));
      if (got < 0) {
        return false;
      }
      held += got;
    }
    return true;
  }

  /**
   * The first bytes of the file.
   *
   * @throws VailFormatException TRUNCATED if the file has fewer
   */
  public MemorySegment first(int bytes) throws IOException {
    if (!holds(bytes)) {
      throw new VailFormatException(
          Fault.TRUNCATED, held, "the header has " + bytes + " bytes, the file ends before");
    }
    return MemorySegment.ofArray(kept).asSlice(0, bytes);
  }

  /** Refuses an end beyond the file, where the size of the file is known. */
  void checkEnd(long end, String what) {
    if (fileBytes.isPresent() && end > fileBytes.getAsLong()) {
      throw new VailFormatException(
          Fault.TRUNCATED, fileBytes.getAsLong(), what + " ends at byte " + end);
    }
  }

  /** Hands out the file from its first byte on, what was looked at included. */
  @Override
  public int read(ByteBuffer target) throws IOException {
    if (handedOut == held) {
      kept = new byte[0];
      held = 0;
      handedOut = 0;
      return channel.read(target);
    }
    int bytes = Math.min(target.remaining(), held - handedOut);
    target.put(kept, handedOut, bytes);
    handedOut += bytes;
    return bytes;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  /** Leaves the channel open: whoever opened it closes it. */
  @Override
  public void close() {}
}
