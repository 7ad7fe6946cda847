package vail.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The kernels of B-03: rotate each element left by one bit, highest byte to plane 0. Loops of plain
 * byte stores, because those run at 3 to 6 GB/s a thread, several times faster than any coder here,
 * and 64-bit tricks were measured to gain nothing.
 */
final class Planes {
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Planes() {}

  static void split2(MemorySegment raw, long at, long n, MemorySegment planes, long to, long step) {
    for (long i = 0; i < n; i++) {
      int element = raw.get(SHORT, at + 2 * i) & 0xffff;
      planes.set(BYTE, to + i, (byte) (element >>> 7));
      planes.set(BYTE, to + step + i, (byte) (element << 1 | element >>> 15));
    }
  }

  static void merge2(
      MemorySegment planes, long from, long step, long n, MemorySegment raw, long at) {
    for (long i = 0; i < n; i++) {
      int turned = octet(planes, from + i) << 8 | octet(planes, from + step + i);
      raw.set(SHORT, at + 2 * i, (short) (turned >>> 1 | turned << 15));
    }
  }

  static void split4(MemorySegment raw, long at, long n, MemorySegment planes, long to, long step) {
    for (long i = 0; i < n; i++) {
      int turned = Integer.rotateLeft(raw.get(INT, at + 4 * i), 1);
      planes.set(BYTE, to + i, (byte) (turned >>> 24));
      planes.set(BYTE, to + step + i, (byte) (turned >>> 16));
      planes.set(BYTE, to + 2 * step + i, (byte) (turned >>> 8));
      planes.set(BYTE, to + 3 * step + i, (byte) turned);
    }
  }

  static void merge4(
      MemorySegment planes, long from, long step, long n, MemorySegment raw, long at) {
    for (long i = 0; i < n; i++) {
      int turned =
          octet(planes, from + i) << 24
              | octet(planes, from + step + i) << 16
              | octet(planes, from + 2 * step + i) << 8
              | octet(planes, from + 3 * step + i);
      raw.set(INT, at + 4 * i, Integer.rotateRight(turned, 1));
    }
  }

  static void split8(MemorySegment raw, long at, long n, MemorySegment planes, long to, long step) {
    for (long i = 0; i < n; i++) {
      long turned = Long.rotateLeft(raw.get(LONG, at + 8 * i), 1);
      for (int plane = 0; plane < 8; plane++) {
        planes.set(BYTE, to + plane * step + i, (byte) (turned >>> 56 - 8 * plane));
      }
    }
  }

  static void merge8(
      MemorySegment planes, long from, long step, long n, MemorySegment raw, long at) {
    for (long i = 0; i < n; i++) {
      long turned = 0;
      for (int plane = 0; plane < 8; plane++) {
        turned = turned << 8 | octet(planes, from + plane * step + i);
      }
      raw.set(LONG, at + 8 * i, Long.rotateRight(turned, 1));
    }
  }

  private static int octet(MemorySegment planes, long at) {
    return planes.get(BYTE, at) & 0xff;
  }
}
