package vail.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The kernels of B-03: rotate each element left by one bit, highest byte to plane 0. Elements of
 * two bytes, which are most of all, go eight at a time: that was measured twice as fast. Not by
 * {@code Long.compress}: twice as fast again where a processor has it, but very slow on some.
 */
final class Planes {
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_HALF = 0xffff_ffff_0000_0000L;
  private static final long LOW_BITS = 0x0001_0001_0001_0001L;
  private static final long TOP_BITS = 0x8000_8000_8000_8000L;

  private Planes() {}

  static void split2(MemorySegment raw, long at, long n, MemorySegment planes, long to, long step) {
    long whole = n & -8;
    for (long i = 0; i < whole; i += 8) {
      long a = unshuffle(rotateLeft(raw.get(LONG, at + 2 * i)));
      long b = unshuffle(rotateLeft(raw.get(LONG, at + 2 * i + 8)));
      planes.set(LONG, to + i, a >>> 32 | b & HIGH_HALF);
      planes.set(LONG, to + step + i, a & ~HIGH_HALF | b << 32);
    }
    for (long i = whole; i < n; i++) {
      int element = raw.get(SHORT, at + 2 * i) & 0xffff;
      planes.set(BYTE, to + i, (byte) (element >>> 7));
      planes.set(BYTE, to + step + i, (byte) (element << 1 | element >>> 15));
    }
  }

  static void merge2(
      MemorySegment planes, long from, long step, long n, MemorySegment raw, long at) {
    long whole = n & -8;
    for (long i = 0; i < whole; i += 8) {
      long high = planes.get(LONG, from + i);
      long low = planes.get(LONG, from + step + i);
      raw.set(LONG, at + 2 * i, rotateRight(shuffle(high << 32 | low & ~HIGH_HALF)));
      raw.set(LONG, at + 2 * i + 8, rotateRight(shuffle(high & HIGH_HALF | low >>> 32)));
    }
    for (long i = whole; i < n; i++) {
      int turned = octet(planes, from + i) << 8 | octet(planes, from + step + i);
      raw.set(SHORT, at + 2 * i, (short) (turned >>> 1 | turned << 15));
    }
  }

  /** Each of four elements, by one bit. */
  private static long rotateLeft(long four) {
    return (four & ~TOP_BITS) << 1 | four >>> 15 & LOW_BITS;
  }

  private static long rotateRight(long four) {
    return four >>> 1 & ~TOP_BITS | (four & LOW_BITS) << 15;
  }

  /** Bytes 0 1 2 3 4 5 6 7, the lowest first, become 0 2 4 6 1 3 5 7. */
  private static long unshuffle(long bytes) {
    long inner = (bytes ^ bytes >>> 8) & 0x0000_ff00_0000_ff00L;
    long half = bytes ^ inner ^ inner << 8;
    long outer = (half ^ half >>> 16) & 0x0000_0000_ffff_0000L;
    return half ^ outer ^ outer << 16;
  }

  /** The inverse. */
  private static long shuffle(long bytes) {
    long outer = (bytes ^ bytes >>> 16) & 0x0000_0000_ffff_0000L;
    long half = bytes ^ outer ^ outer << 16;
    long inner = (half ^ half >>> 8) & 0x0000_ff00_0000_ff00L;
    return half ^ inner ^ inner << 8;
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
