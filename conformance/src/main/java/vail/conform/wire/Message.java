package vail.conform.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A message: {@code u32 n}, then n bytes: {@code u8 type}, {@code u32 seq}, body; little-endian.
 *
 * @param type what the body is
 * @param seq the request's number; its reply repeats it
 * @param body bytes whose meaning depends on the type
 */
@SuppressWarnings("ArrayRecordComponent") // bytes under way, which nobody changes
public record Message(int type, int seq, byte[] body) {
  /** Most bytes after the length. */
  public static final int MOST = (16 << 20) + 64;

  /** Bytes before the body: length, type, number. */
  public static final int HEAD_BYTES = 9;

  private static final int COUNTED_HEAD_BYTES = 5;

  /** What stands before the body of a message. */
  public record Head(long length, int type, int seq) {
    /** Reads the first nine bytes of a message. */
    public static Head of(byte[] bytes) {
      ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      return new Head(head.getInt(0) & 0xffff_ffffL, head.get(4) & 0xff, head.getInt(5));
    }

    /** Whether a message may say that it has so many bytes; asked before any are reserved. */
    public boolean legal() {
      return length >= COUNTED_HEAD_BYTES && length <= MOST;
    }

    /** Bytes of the body, of a legal head. */
    public int bodyBytes() {
      return (int) length - COUNTED_HEAD_BYTES;
    }
  }

  /** All bytes of the message. */
  public byte[] toBytes() {
    return ByteBuffer.allocate(HEAD_BYTES + body.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(COUNTED_HEAD_BYTES + body.length)
        .put((byte) type)
        .putInt(seq)
        .put(body)
        .array();
  }

  /** Writes the message in one piece. */
  public void write(OutputStream out) throws IOException {
    out.write(toBytes());
  }

  /**
   * Reads the next message; empty at the end of the input.
   *
   * @throws EOFException if the input ends within a message
   * @throws IOException if the length is none a message may have
   */
  public static Optional<Message> read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(HEAD_BYTES);
    if (bytes.length == 0) {
      return Optional.empty();
    }
    if (bytes.length < HEAD_BYTES) {
      throw new EOFException("the input ends after " + bytes.length + " bytes of a message");
    }
    Head head = Head.of(bytes);
    if (!head.legal()) {
      throw new IOException("a message cannot have " + head.length() + " bytes");
    }
    byte[] body = in.readNBytes(head.bodyBytes());
    if (body.length < head.bodyBytes()) {
      throw new EOFException("the input ends within the body of a message");
    }
    return Optional.of(new Message(head.type(), head.seq(), body));
  }
}
