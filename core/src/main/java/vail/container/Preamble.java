package vail.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.tensor.FileKind;

/** The first 16 bytes of a container (V-01 to V-03). */
final class Preamble {
  static final int SIZE = 16;

  private static final byte[] MAGIC = {'V', 'A', 'I', 'L', '\r', '\n', 0x1a, '\n'};
  private static final int VERSION = 1;
  private static final int VERSION_AT = 8;
  private static final int KIND_AT = 10;
  private static final int RESERVED_AT = 11;
  private static final int CHECK_AT = 12;

  private Preamble() {}

  static byte[] write(FileKind kind) {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).putShort((short) VERSION).put((byte) kind.number()).put((byte) 0);
    return bytes.putInt(check(bytes.array())).array();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param bytes the first bytes of the file, fewer than 16 only if it has no more
   * @throws VailFormatException in the order of V-01
   */
  static FileKind read(byte[] bytes) {
    if (bytes.length < SIZE) {
      throw new VailFormatException(
          Fault.TRUNCATED, bytes.length, "a container starts with 16 bytes");
    }
    if (!ByteBuffer.wrap(bytes, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      throw new VailFormatException(Fault.BAD_MAGIC, 0, "this is no .vail file");
    }
    ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int version = fields.getShort(VERSION_AT) & 0xffff;
    if (version != VERSION) {
      throw new VailFormatException(
          Fault.UNSUPPORTED_VERSION, VERSION_AT, "version " + version + ", this reader knows 1");
    }
    if (bytes[RESERVED_AT] != 0) {
      throw new VailFormatException(Fault.RESERVED_NONZERO, RESERVED_AT, "a byte that must be 0");
    }
    if (fields.getInt(CHECK_AT) != check(bytes)) {
      throw new VailFormatException(Fault.CHECKSUM, CHECK_AT, "the first 16 bytes are damaged");
    }
    int kind = bytes[KIND_AT] & 0xff;
    return FileKind.find(kind)
        .orElseThrow(() -> new VailFormatException(Fault.BAD_FIELD, KIND_AT, "file kind " + kind));
  }

  private static int check(byte[] bytes) {
    CRC32C check = new CRC32C();
    check.update(bytes, 0, CHECK_AT);
    return (int) check.getValue();
  }
}
