package vail.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * The last frame (V-22).
 *
 * @param directoryAt place of the DIRECTORY frame
 * @param originalBytes size of the original file
 * @param originalCheck CRC-32C of the original file
 */
record EndFrame(long directoryAt, long originalBytes, int originalCheck) {
  static final int BODY = 24;

  /** Bytes of the whole frame: where to look from the end of a file. */
  static final int SIZE = BODY + FrameHead.OVERHEAD;

  static final int BYTES_AT = 8;
  static final int CHECK_AT = 16;
  private static final int MAGIC_AT = 20;
  private static final int MAGIC = 'L' | 'I' << 8 | 'A' << 16 | 'V' << 24;

  byte[] write() {
    return ByteBuffer.allocate(BODY)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(directoryAt)
        .putLong(originalBytes)
        .putInt(originalCheck)
        .putInt(MAGIC)
        .array();
  }

  /** Reads what {@link #write} wrote; offsets count from the body's first byte. */
  static EndFrame read(byte[] body) {
    ByteBuffer bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.getInt(MAGIC_AT) != MAGIC) {
      throw new VailFormatException(Fault.BAD_MAGIC, MAGIC_AT, "the last frame ends in LIAV");
    }
    return new EndFrame(bytes.getLong(0), bytes.getLong(BYTES_AT), bytes.getInt(CHECK_AT));
  }
}
