package vail.code;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/** The 135-byte form of a codebook (C-07) and the order in which it is checked (C-08). */
public final class CodebookBytes {
  /** Bytes of a book: magic, flags, centre, 257 nibbles. */
  public static final int SIZE = 135;

  private static final byte[] MAGIC = "VBK1".getBytes(StandardCharsets.US_ASCII);
  private static final int FLAGS_AT = 4;
  private static final int CENTER_AT = 5;
  private static final int NIBBLES_AT = 6;
  private static final int LONG_FLAG = 1;

  private CodebookBytes() {}

  static byte[] write(BookClass bookClass, int center, CodeLengths lengths) {
    byte[] bytes = new byte[SIZE];
    System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
    bytes[FLAGS_AT] = (byte) (bookClass == BookClass.LONG ? LONG_FLAG : 0);
    bytes[CENTER_AT] = (byte) center;
    for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
      bytes[NIBBLES_AT + symbol / 2] |= (byte) (lengths.of(symbol) << 4 * (symbol % 2));
    }
    return bytes;
  }

  /**
   * Reads a book that must fill the segment.
   *
   * @throws VailFormatException TRUNCATED or TRAILING_DATA (size), BAD_MAGIC, RESERVED_NONZERO
   *     (flags, last nibble), then the faults of the lengths; offsets are byte positions
   */
  public static Codebook read(MemorySegment bytes) {
    checkFrame(bytes);
    int[] lengths = new int[CodeLengths.COUNT];
    for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
      lengths[symbol] = at(bytes, NIBBLES_AT + symbol / 2) >>> 4 * (symbol % 2) & 15;
    }
    BookClass bookClass = at(bytes, FLAGS_AT) == LONG_FLAG ? BookClass.LONG : BookClass.SHORT;
    try {
      return Codebook.of(bookClass, at(bytes, CENTER_AT), lengths);
    } catch (VailFormatException e) {
      throw e.at(NIBBLES_AT + e.offset() / 2);
    }
  }

  private static void checkFrame(MemorySegment bytes) {
    if (bytes.byteSize() < SIZE) {
      throw new VailFormatException(
          Fault.TRUNCATED, bytes.byteSize(), "a codebook has 135 bytes, not " + bytes.byteSize());
    }
    if (bytes.byteSize() > SIZE) {
      throw new VailFormatException(
          Fault.TRAILING_DATA, SIZE, "a codebook has 135 bytes, not " + bytes.byteSize());
    }
    if (MemorySegment.mismatch(bytes, 0, 4, MemorySegment.ofArray(MAGIC), 0, 4) >= 0) {
      throw new VailFormatException(Fault.BAD_MAGIC, 0, "a codebook starts with VBK1");
    }
    if (at(bytes, FLAGS_AT) > LONG_FLAG) {
      throw new VailFormatException(
          Fault.RESERVED_NONZERO,
          FLAGS_AT,
          "flags " + at(bytes, FLAGS_AT) + ", only bit 0 is used");
    }
    if (at(bytes, SIZE - 1) >>> 4 != 0) {
      throw new VailFormatException(
          Fault.RESERVED_NONZERO, SIZE - 1, "the nibble after the last length is not zero");
    }
  }

  private static int at(MemorySegment bytes, int index) {
    return bytes.get(ValueLayout.JAVA_BYTE, index) & 0xff;
  }
}
