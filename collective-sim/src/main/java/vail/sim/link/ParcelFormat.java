package vail.sim.link;

import static vail.fault.Fault.BAD_FIELD;
import static vail.fault.Fault.BAD_MAGIC;
import static vail.fault.Fault.CHECKSUM;
import static vail.fault.Fault.LIMIT_EXCEEDED;
import static vail.fault.Fault.RESERVED_NONZERO;
import static vail.fault.Fault.UNSUPPORTED_VERSION;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.bytes.Part;

/**
 * A parcel as bytes on a line; numbers are little-endian. A greeting is a head alone, and says link
 * and run where a parcel says who sent it and when it is due.
 *
 * <pre>
 *  0  u32  magic, "VDIE"                24  u32  lane
 *  4  u8   version, 1                   28  u64  when its last byte is due, in ns of the pacer
 *  5  u8   0, or 1 in a greeting        36  u32  bytes of the list
 *  6  u16  parts                        40  u32  bytes of all parts
 *  8  u32  number on this link, from 0  44  u32  CRC-32C of all other bytes
 * 12  u32  die that sent it             48  the list: of each part u32 pieces, u32 form, u32 bytes,
 * 16  u32  die that it is for               and of each of its pieces u32 bytes of its values;
 * 20  u32  RECV that it meets               then all parts
 * </pre>
 */
public final class ParcelFormat {
  /** Bytes of the head, before the list. */
  public static final int HEAD = 48;

  private static final int MAGIC = 0x45494456;
  private static final int VERSION = 1;
  private static final int PARCEL = 0;
  private static final int GREETING = 1;
  private static final int KIND = 5;
  private static final int PARTS = 6;
  private static final int NUMBER = 8;
  private static final int LINK = 12;
  private static final int RUN = 28;
  private static final int LIST = 36;
  private static final int BODY = 40;
  private static final int CHECK = 44;
  private static final int ENTRY = 3 * Integer.BYTES;

  private ParcelFormat() {}

  /** A parcel, all of it; the bytes of its parts are not copied. */
  public static Buffer frame(Parcel parcel, int number) {
    List<Part> parts = parcel.parts();
    ByteBuf[] all = new ByteBuf[1 + parts.size()];
    all[0] = Unpooled.wrappedBuffer(head(parcel, number));
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      all[1 + i] = Unpooled.wrappedBuffer(part.bytes(), part.from(), part.length());
    }
    return BufferInternal.buffer(Unpooled.wrappedBuffer(all.length, all));
  }

  /** The head and the list, to be followed by the bytes of the parts themselves. */
  private static byte[] head(Parcel parcel, int number) {
    List<Part> parts = parcel.parts();
    int list = parts.stream().mapToInt(part -> ENTRY + Integer.BYTES * part.pieces()).sum();
    byte[] bytes = new byte[HEAD + list];
    ByteBuffer head = start(PARCEL, bytes).putShort((short) parts.size());
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
    check.update(bytes);
    parts.forEach(part -> check.update(part.bytes(), part.from(), part.length()));
    head.putInt(CHECK, (int) check.getValue());
    return bytes;
  }

  /** A greeting, all of it. */
  static byte[] greeting(Greeting greeting) {
    byte[] bytes = new byte[HEAD];
    ByteBuffer head = start(GREETING, bytes);
    head.putInt(LINK, greeting.link()).putLong(RUN, greeting.run());
    CRC32C check = new CRC32C();
    check.update(bytes);
    head.putInt(CHECK, (int) check.getValue());
    return bytes;
  }

  private static ByteBuffer start(int kind, byte[] bytes) {
    ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return head.putInt(MAGIC).put((byte) VERSION).put((byte) kind);
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
    check((fields.get(KIND) & ~GREETING) == 0, RESERVED_NONZERO, KIND, "there are two kinds");
    long rest =
        Integer.toUnsignedLong(fields.getInt(LIST)) + Integer.toUnsignedLong(fields.getInt(BODY));
    if (rest > most) {
      throw new VailFormatException(
          LIMIT_EXCEEDED, LIST, "a parcel has at most %d bytes".formatted(most));
    }
    check(rest == 0 || !isGreeting(head), BAD_FIELD, LIST, "nothing follows a greeting");
    return (int) rest;
  }

  /** Whether a head that has been read is a greeting, and no parcel's. */
  public static boolean isGreeting(byte[] head) {
    return head[KIND] == GREETING;
  }

  /** Reads a greeting whose head has been read. */
  static Greeting readGreeting(byte[] head) {
    ByteBuffer fields = checked(head, new byte[0]);
    return new Greeting(fields.getLong(RUN), fields.getInt(LINK));
  }

  /** The number of a parcel that has been read. */
  public static int number(byte[] head) {
    return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(NUMBER);
  }

  /**
   * Reads a parcel whose head has been read.
   *
   * @param rest all that follows the head
   */
  public static Parcel read(byte[] head, byte[] rest) {
    ByteBuffer fields = checked(head, rest);
    ByteBuffer list = ByteBuffer.wrap(rest, 0, fields.getInt(LIST)).order(ByteOrder.LITTLE_ENDIAN);
    return new Parcel(
        fields.getInt(12),
        fields.getInt(16),
        fields.getInt(20),
        fields.getInt(24),
        fields.getLong(28),
        parts(Short.toUnsignedInt(fields.getShort(PARTS)), list, rest));
  }

  private static ByteBuffer checked(byte[] head, byte[] rest) {
    ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int check = fields.getInt(CHECK);
    CRC32C found = new CRC32C();
    found.update(head, 0, CHECK);
    found.update(new byte[Integer.BYTES]);
    found.update(rest);
    check((int) found.getValue() == check, CHECKSUM, CHECK, "the parcel was damaged");
    return fields;
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
