package vail.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.ElementType;
import vail.tensor.SymbolSplit;

/** The body of a SEGMENT frame, which the directory repeats (V-13, V-14). */
final class SegmentBytes {
  static final int MAX_NAME = 0xffff;
  static final int MAX_RANK = 0xff;

  private static final int FIXED = 18;
  private static final int TILE_AT = 8;
  private static final int SPLIT_AT = 12;
  private static final int ROLE_AT = 13;
  private static final int RANK_AT = 14;
  private static final int TYPE_BYTES_AT = 15;
  private static final int NAME_BYTES_AT = 16;

  /** Bounds of the body (V-07). */
  static final int LEAST = FIXED + 2;

  static final int MOST = FIXED + 0xff + MAX_NAME + 8 * MAX_RANK;

  private SegmentBytes() {}

  static byte[] write(Segment segment) {
    byte[] type = segment.type().name().getBytes(StandardCharsets.US_ASCII);
    byte[] name = segment.name().getBytes(StandardCharsets.UTF_8);
    int rank = segment.shape().size();
    ByteBuffer bytes =
        ByteBuffer.allocate(FIXED + type.length + name.length + 8 * rank)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(segment.start())
            .putInt(segment.tileSymbols())
            .put((byte) segment.split().number())
            .put((byte) segment.role().number())
            .put((byte) rank)
            .put((byte) type.length)
            .putShort((short) name.length)
            .put(type)
            .put(name);
    segment.shape().forEach(bytes::putLong);
    return bytes.array();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param body at least {@link #LEAST} bytes
   * @throws VailFormatException in the order of V-14, offsets counted from the body's first byte
   */
  static Segment read(byte[] body, Limits limits) {
    ByteBuffer bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    int rank = body[RANK_AT] & 0xff;
    int typeBytes = body[TYPE_BYTES_AT] & 0xff;
    int nameBytes = bytes.getShort(NAME_BYTES_AT) & 0xffff;
    int shapeAt = FIXED + typeBytes + nameBytes;
    if (body.length != shapeAt + 8 * rank) {
      throw bad(NAME_BYTES_AT, "names and axes do not add up to the size of the segment");
    }
    int tile = bytes.getInt(TILE_AT);
    if (tile < 1 || tile > Segment.MAX_TILE) {
      throw bad(TILE_AT, "a tile of " + Integer.toUnsignedString(tile) + " symbols");
    }
    if (tile > limits.blockSymbols()) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED,
          TILE_AT,
          "a tile of " + tile + " symbols, " + limits.blockSymbols() + " are granted");
    }
    SymbolSplit split =
        SymbolSplit.find(body[SPLIT_AT] & 0xff).orElseThrow(() -> bad(SPLIT_AT, "unknown split"));
    SegmentRole role =
        SegmentRole.find(body[ROLE_AT] & 0xff).orElseThrow(() -> bad(ROLE_AT, "unknown role"));
    ElementType type =
        ElementType.find(text(body, FIXED, typeBytes))
            .orElseThrow(() -> bad(FIXED, "unknown element type"));
    List<Long> shape = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      shape.add(bytes.getLong(shapeAt + 8 * axis));
    }
    String name = text(body, FIXED + typeBytes, nameBytes);
    return segment(bytes.getLong(0), tile, split, role, type, name, shape, shapeAt);
  }

  private static Segment segment(
      long start,
      int tile,
      SymbolSplit split,
      SegmentRole role,
      ElementType type,
      String name,
      List<Long> shape,
      int shapeAt) {
    try {
      return new Segment(start, tile, split, role, type, name, shape);
    } catch (ArithmeticException e) {
      throw new VailFormatException(Fault.SIZE_OVERFLOW, shapeAt, "shape " + shape + " overflows");
    } catch (IllegalArgumentException e) {
      throw bad(SPLIT_AT, String.valueOf(e.getMessage()));
    }
  }

  /** Names must be UTF-8, so that there is one way to write each. */
  private static String text(byte[] body, int at, int bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(body, at, bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw bad(at, "a name that is not UTF-8");
    }
  }

  private static VailFormatException bad(int at, String detail) {
    return new VailFormatException(Fault.BAD_FIELD, at, detail);
  }
}
