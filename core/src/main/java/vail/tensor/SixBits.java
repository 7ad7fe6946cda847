package vail.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/** The kernels of B-04: four 6-bit codes of three bytes, the first in the lowest bits. */
final class SixBits {
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

  private SixBits() {}

  static void unpack(MemorySegment raw, long at, long symbols, MemorySegment plane, long to) {
    for (long i = 0; i < symbols / 4; i++) {
      int group =
          octet(raw, at + 3 * i)
              | octet(raw, at + 3 * i + 1) << 8
              | octet(raw, at + 3 * i + 2) << 16;
      for (int code = 0; code < 4; code++) {
        plane.set(BYTE, to + 4 * i + code, (byte) (group >>> 6 * code & 63));
      }
    }
  }

  /** Symbols above 63 cannot come from an encoder: the plane's offset is that of the first. */
  static void pack(MemorySegment plane, long from, long symbols, MemorySegment raw, long at) {
    for (long i = 0; i < symbols / 4; i++) {
      int group = 0;
      for (int code = 0; code < 4; code++) {
        int symbol = octet(plane, from + 4 * i + code);
        if (symbol > 63) {
          throw new VailFormatException(
              Fault.BAD_FIELD, 4 * i + code, "symbol " + symbol + " in a plane of 6-bit codes");
        }
        group |= symbol << 6 * code;
      }
      raw.set(BYTE, at + 3 * i, (byte) group);
      raw.set(BYTE, at + 3 * i + 1, (byte) (group >>> 8));
      raw.set(BYTE, at + 3 * i + 2, (byte) (group >>> 16));
    }
  }

  private static int octet(MemorySegment bytes, long at) {
    return bytes.get(BYTE, at) & 0xff;
  }
}
