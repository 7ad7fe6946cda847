package vail.sim.live;

import static vail.fault.Fault.BAD_FIELD;
import static vail.fault.Fault.BAD_MAGIC;
import static vail.fault.Fault.CHECKSUM;
import static vail.fault.Fault.LIMIT_EXCEEDED;
import static vail.fault.Fault.RESERVED_NONZERO;
import static vail.fault.Fault.UNSUPPORTED_VERSION;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.bytes.Part;

/**
 * A parcel as bytes on a socket; numbers are little-endian.
 *
 * <pre>
 *  0  u32  magic, "VDIE"                24  u32  lane
 *  4  u8   version, 1                   28  u64  when its last byte is due, in ns of the pacer
 *  5  u8   0                            36  u32  bytes of the list
 *  6  u16  parts                        40  u32  bytes of all parts
 *  8  u32  number on this link, from 0  44  u32  CRC-32C of all other bytes
 * 12  u32  die that sent it             48  the list: of each part u32 pieces, u32 form, u32 bytes,
 * 16  u32  die that it is for               and of each of its pieces u32 bytes of its values;
 * 20  u32  RECV that it meets               then all parts
 * </pre>
 */
final class ParcelFormat {
  /** Bytes of the head, before the list. */
  static final int HEAD = 48;

  private static final int MAGIC = 0x45494456;
  private static final int VERSION = 1;
  private static final int PARTS = 6;
  private static final int NUMBER = 8;
  private static final int LIST = 36;
  private static final int BODY = 40;
  private static final int CHECK = 44;
  private static final int ENTRY = 3 * Integer.BYTES;

  private ParcelFormat() {}

  /** The head and the list, to be followed by the bytes of the parts themselves. */
  static byte[] head(Parcel parcel, int number) {
    List<Part> parts = parcel.parts();
    int list = parts.stream().mapToInt(part -> ENTRY + Integer.BYTES * part.pieces()).sum();
    ByteBuffer head = ByteBuffer.allocate(HEAD + list).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(MAGIC).put((byte) VERSION).put((byte) 0).putShort((short) parts.size());
    head.putInt(number).putInt(parcel.from()).putInt(parcel.to());
    head.putInt(parcel.receive()).putInt(parcel.lane()).putLong(parcel.tail());
    head.putInt(list).putInt(Math.toIntExact(parcel.bytes())).putInt(0);
    for (Part part : parts) {
      head.putInt(part.pieces()).putInt(part.form().number()).putInt(part.length());
      for (int size : part.sizes()) {
        head.putInt(size);
      }
    }
    CRC32C check = new CRC32C();
    check.update(head.array());
    parts.forEach(part -> check.update(part.bytes(), part.from(), part.length()));
    return head.putInt(CHECK, (int) check.getValue()).array();
  }

  /**
   * Reads a head.
   *
   * @param most bytes that may follow it
   * @return bytes that do
   */
  static int readHead(byte[] head, long most) {
    ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    check(fields.getInt(0) == MAGIC, BAD_MAGIC, 0, "this is no parcel");
    check(fields.get(4) == VERSION, UNSUPPORTED_VERSION, 4, "only version 1 is known");
    check(fields.get(5) == 0, RESERVED_NONZERO, 5, "the byte is reserved");
    long rest =
        Integer.toUnsignedLong(fields.getInt(LIST)) + Integer.toUnsignedLong(fields.getInt(BODY));
    check(rest <= most, LIMIT_EXCEEDED, LIST, "a parcel has at most %d bytes".formatted(most));
    return (int) rest;
  }

  /**
   * Reads a parcel whose head has been read.
   *
   * @param rest all that follows the head
   * @param number that a parcel must have which comes next on this link
   */
  static Parcel read(byte[] head, byte[] rest, int number) {
    ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int check = fields.getInt(CHECK);
    CRC32C found = new CRC32C();
    found.update(fields.putInt(CHECK, 0).array());
    found.update(rest);
    check((int) found.getValue() == check, CHECKSUM, CHECK, "the parcel was damaged");
    check(
        fields.getInt(NUMBER) == number,
        BAD_FIELD,
        NUMBER,
        "parcel %d comes where %d is due".formatted(fields.getInt(NUMBER), number));
    ByteBuffer list = ByteBuffer.wrap(rest, 0, fields.getInt(LIST)).order(ByteOrder.LITTLE_ENDIAN);
    return new Parcel(
        fields.getInt(12),
        fields.getInt(16),
        fields.getInt(20),
        fields.getInt(24),
        fields.getLong(28),
        parts(Short.toUnsignedInt(fields.getShort(PARTS)), list, rest));
  }

  private static List<Part> parts(int count, ByteBuffer list, byte[] rest) {
    List<Part> parts = new ArrayList<>(count);
    int at = list.limit();
    for (int i = 0; i < count; i++) {
      check(list.remaining() >= ENTRY, BAD_FIELD, HEAD + list.position(), "the list is too short");
      int place = HEAD + list.position();
      int pieces = list.getInt();
      int form = list.getInt();
      int length = list.getInt();
      check(
          pieces > 0 && pieces <= list.remaining() / Integer.BYTES,
          BAD_FIELD,
          place,
          "the list has not so many pieces");
      check(form >= 0 && form < Part.Form.COUNT, BAD_FIELD, place + 4, "there is no such form");
      check(
          length >= 0 && length <= rest.length - at,
          BAD_FIELD,
          place + 8,
          "the part ends after its parcel");
      parts.add(new Part(sizes(pieces, list), Part.Form.of(form), rest, at, length));
      at += length;
    }
    check(at == rest.length && !list.hasRemaining(), BAD_FIELD, LIST, "bytes that nothing is in");
    return parts;
  }

  private static int[] sizes(int pieces, ByteBuffer list) {
    int[] sizes = new int[pieces];
    for (int i = 0; i < pieces; i++) {
      sizes[i] = list.getInt();
      check(sizes[i] >= 0, BAD_FIELD, HEAD + list.position() - Integer.BYTES, "a size below 0");
    }
    return sizes;
  }

  private static void check(boolean holds, Fault fault, long at, String detail) {
    if (!holds) {
      throw new VailFormatException(fault, at, detail);
    }
  }
}
