package vail.container;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;

/** Writes frames one after the other (V-04). A body is announced by its size, then put in parts. */
final class FrameOutput {
  private final WritableByteChannel channel;
  private final ByteBuffer buffer;
  private final CRC32C check = new CRC32C();
  private long position;

  /** Writes to a channel through a buffer. */
  FrameOutput(WritableByteChannel channel, MemorySegment buffer) {
    this.channel = channel;
    this.buffer = buffer.asByteBuffer();
  }

  /** Where in the file the next byte will lie. */
  long position() {
    return position;
  }

  /** Writes bytes outside any frame, which must bring a check of their own (V-24). */
  void plain(byte[] bytes) throws IOException {
    put(MemorySegment.ofArray(bytes), 0, bytes.length);
  }

  /** Starts a frame and returns its place. */
  long begin(FrameType type, long bodyBytes) throws IOException {
    if (bodyBytes >>> 32 != 0) {
      throw new IllegalArgumentException("a frame's body of " + bodyBytes + " bytes");
    }
    long place = position;
    byte[] head = new byte[FrameHead.SIZE];
    ByteBuffer.wrap(head)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(type.number())
        .putInt((int) bodyBytes)
        .putLong(place);
    check.reset();
    put(MemorySegment.ofArray(head), 0, head.length);
    return place;
  }

  /** Puts a part of the body. */
  void put(MemorySegment bytes, long at, long count) throws IOException {
    check.update(bytes.asSlice(at, count).asByteBuffer());
    long done = 0;
    while (done < count) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int part = (int) Math.min(count - done, buffer.remaining());
      buffer.put(bytes.asSlice(at + done, part).asByteBuffer());
      done += part;
    }
    position += count;
  }

  /** Ends the frame. */
  void end() throws IOException {
    byte[] value = new byte[FrameHead.CHECK];
    ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).putInt((int) check.getValue());
    put(MemorySegment.ofArray(value), 0, value.length);
  }

  /** Writes a frame whose body is at hand and returns its place. */
  long frame(FrameType type, byte[] body) throws IOException {
    long place = begin(type, body.length);
    put(MemorySegment.ofArray(body), 0, body.length);
    end();
    return place;
  }

  /** Hands everything to the channel. */
  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }
}
