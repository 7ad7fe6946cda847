package vail.container;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.CRC32C;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/** Reads frames one after the other and checks each before anything of it is believed (V-05). */
final class FrameInput {
  private static final int PLACE_AT = 8;

  private final ReadableByteChannel channel;
  private final MemorySegment readAhead;
  private final ByteBuffer buffer;
  private final byte[] headBytes = new byte[FrameHead.SIZE];
  private final ByteBuffer head = ByteBuffer.wrap(headBytes).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C check = new CRC32C();
  private long position;

  /**
   * Reads from a channel.
   *
   * @param position where in the file the channel stands
   * @param buffer bytes that are read ahead go here
   */
  FrameInput(ReadableByteChannel channel, long position, MemorySegment buffer) {
    this.channel = channel;
    this.position = position;
    this.readAhead = buffer;
    this.buffer = buffer.asByteBuffer().flip();
  }

  /** Where in the file the next byte lies. */
  long position() {
    return position;
  }

  /** Up to so many bytes; fewer only at the end of the file. */
  byte[] upTo(int bytes) throws IOException {
    byte[] target = new byte[bytes];
    int got = 0;
    while (got < bytes && fill()) {
      int part = Math.min(bytes - got, buffer.remaining());
      buffer.get(target, got, part);
      got += part;
    }
    position += got;
    return java.util.Arrays.copyOf(target, got);
  }

  /** Reads the head of the next frame; the bound of its body is the caller's to check. */
  FrameHead head() throws IOException {
    long place = position;
    read(MemorySegment.ofArray(headBytes), 0, FrameHead.SIZE, "the head of a frame");
    int type = headBytes[0] & 0xff;
    if (!FrameType.exists(type)) {
      throw new VailFormatException(Fault.BAD_FIELD, place, "frame type " + type);
    }
    for (int at = 1; at < FrameHead.BODY_BYTES_AT; at++) {
      if (headBytes[at] != 0) {
        throw new VailFormatException(
            Fault.RESERVED_NONZERO, place + at, "a byte of a frame's head that must be 0");
      }
    }
    long bodyBytes = Integer.toUnsignedLong(head.getInt(FrameHead.BODY_BYTES_AT));
    if (head.getLong(PLACE_AT) != place) {
      throw new VailFormatException(
          Fault.BAD_FIELD,
          place + PLACE_AT,
          "a frame that belongs at byte " + head.getLong(PLACE_AT));
    }
    check.reset();
    check.update(headBytes);
    return new FrameHead(FrameType.of(type), bodyBytes, place);
  }

  /** Reads a part of the body of the frame whose head was read last; the parts follow in order. */
  void bodyPart(MemorySegment target, long at, long bytes) throws IOException {
    read(target, at, bytes, "the body of a frame");
    check.update(target.asSlice(at, bytes).asByteBuffer());
  }

  /** Reads and compares the check after the last part of a body. */
  void bodyEnd() throws IOException {
    byte[] stored = new byte[FrameHead.CHECK];
    long at = position;
    read(MemorySegment.ofArray(stored), 0, FrameHead.CHECK, "the check of a frame");
    if (ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getInt() != (int) check.getValue()) {
      throw new VailFormatException(
          Fault.CHECKSUM, at, "the CRC-32C of a frame is not the one it carries");
    }
  }

  /** Reads a whole body, whose size the caller has bounded, and its check. */
  byte[] body(FrameHead frame) throws IOException {
    byte[] body = new byte[Math.toIntExact(frame.bodyBytes())];
    bodyPart(MemorySegment.ofArray(body), 0, body.length);
    bodyEnd();
    return body;
  }

  /** Whether no byte follows. */
  boolean atEnd() throws IOException {
    return !fill();
  }

  private void read(MemorySegment target, long at, long bytes, String what) throws IOException {
    long done = 0;
    while (done < bytes) {
      if (!fill()) {
        throw new VailFormatException(
            Fault.TRUNCATED, position + done, "the file ends within " + what);
      }
      long part = Math.min(bytes - done, buffer.remaining());
      MemorySegment.copy(readAhead, buffer.position(), target, at + done, part);
      buffer.position(buffer.position() + (int) part);
      done += part;
    }
    position += bytes;
  }

  /** Whether the buffer holds a byte, read now if need be. */
  private boolean fill() throws IOException {
    while (!buffer.hasRemaining()) {
      buffer.clear();
      int got = channel.read(buffer);
      buffer.flip();
      if (got < 0) {
        return false;
      }
    }
    return true;
  }
}
