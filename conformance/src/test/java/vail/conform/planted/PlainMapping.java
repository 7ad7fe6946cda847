package vail.conform.planted;

import static vail.conform.planted.RefusedException.when;

import vail.fault.Fault;

/** Tensors to planes and back (B-02 to B-04). */
record PlainMapping(Plant plant) {
  private static final int PACKED = 6;

  byte[] split(int split, byte[] tensor) throws RefusedException {
    return switch (split) {
      case 0 -> tensor;
      case PACKED -> unpack(tensor);
      case 2, 4, 8 -> planes(width(split), tensor);
      default -> throw new RefusedException(Fault.BAD_ARGUMENT);
    };
  }

  byte[] join(int split, byte[] planes) throws RefusedException {
    return switch (split) {
      case 0 -> planes;
      case PACKED -> pack(planes);
      case 2, 4, 8 -> elements(width(split), planes);
      default -> throw new RefusedException(Fault.BAD_ARGUMENT);
    };
  }

  private int width(int split) {
    return split == 8 && plant.has(MappingBug.WIDE_AS_PAIRS) ? 4 : split;
  }

  private byte[] planes(int width, byte[] tensor) throws RefusedException {
    when(tensor.length % width != 0, Fault.BAD_ARGUMENT);
    int count = tensor.length / width;
    byte[] planes = new byte[tensor.length];
    for (int i = 0; i < count; i++) {
      long rotated = rotate(width, element(width, tensor, i));
      for (int plane = 0; plane < width; plane++) {
        planes[plane * count + i] = (byte) (rotated >>> 8 * byteOf(width, plane));
      }
    }
    return planes;
  }

  private byte[] elements(int width, byte[] planes) throws RefusedException {
    when(planes.length % width != 0, Fault.BAD_ARGUMENT);
    int count = planes.length / width;
    byte[] tensor = new byte[planes.length];
    for (int i = 0; i < count; i++) {
      long rotated = 0;
      for (int plane = 0; plane < width; plane++) {
        rotated |= (planes[plane * count + i] & 0xffL) << 8 * byteOf(width, plane);
      }
      long element = back(width, rotated);
      for (int at = 0; at < width; at++) {
        tensor[i * width + at] = (byte) (element >>> 8 * at);
      }
    }
    return tensor;
  }

  private int byteOf(int width, int plane) {
    return plant.has(MappingBug.LOWEST_PLANE_FIRST) ? plane : width - 1 - plane;
  }

  private long element(int width, byte[] tensor, int i) {
    long element = 0;
    for (int at = 0; at < width; at++) {
      element |= (tensor[i * width + at] & 0xffL) << 8 * at;
    }
    boolean nan = width == 2 && (element & 0x7f80) == 0x7f80 && (element & 0x7f) != 0;
    if (nan && plant.has(MappingBug.NAN_CANONICAL)) {
      return 0x7fc0;
    }
    boolean negativeZero = element == 1L << 8 * width - 1;
    return negativeZero && plant.has(MappingBug.NEGATIVE_ZERO_LOST) ? 0 : element;
  }

  private long rotate(int width, long element) {
    int bits = 8 * width;
    return plant.has(MappingBug.NOT_ROTATED) ? element : element << 1 | element >>> bits - 1;
  }

  private long back(int width, long rotated) {
    int bits = 8 * width;
    return plant.has(MappingBug.NOT_ROTATED) ? rotated : rotated >>> 1 | rotated << bits - 1;
  }

  private byte[] unpack(byte[] packed) throws RefusedException {
    when(packed.length % 3 != 0, Fault.BAD_ARGUMENT);
    byte[] codes = new byte[packed.length / 3 * 4];
    for (int i = 0; i < codes.length; i++) {
      int three = (int) element(3, packed, i / 4);
      codes[i] = (byte) (three >> shift(i) & 63);
    }
    return codes;
  }

  private byte[] pack(byte[] codes) throws RefusedException {
    when(codes.length % 4 != 0, Fault.BAD_ARGUMENT);
    byte[] packed = new byte[codes.length / 4 * 3];
    for (int i = 0; i < codes.length; i++) {
      int three = (codes[i] & 63) << shift(i);
      for (int at = 0; at < 3; at++) {
        packed[i / 4 * 3 + at] |= (byte) (three >> 8 * at);
      }
    }
    return packed;
  }

  private int shift(int code) {
    return 6 * (plant.has(MappingBug.CODES_HIGH_FIRST) ? 3 - code % 4 : code % 4);
  }
}
