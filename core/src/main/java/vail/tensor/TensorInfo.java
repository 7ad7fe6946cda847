package vail.tensor;

import java.util.List;
import java.util.Objects;

/**
 * A tensor and the bytes of its file that it fills.
 *
 * @param name as the file has it: data, never a path
 * @param type type of the elements as the file declares it
 * @param format what the elements mean; finer than the type where the file says more
 * @param shape lengths of the axes, slowest first; empty for a scalar
 * @param start first byte in the file
 * @param bytes bytes of the elements
 */
public record TensorInfo(
    String name, ElementType type, NumberFormat format, List<Long> shape, long start, long bytes) {
  /** Rejects shapes and bytes that do not fit each other. */
  public TensorInfo {
    Objects.requireNonNull(name);
    shape = List.copyOf(shape);
    if (start < 0 || bytes < 0 || bytes > Long.MAX_VALUE - start) {
      throw new IllegalArgumentException("bytes " + start + " to " + start + " + " + bytes);
    }
    if (bytes != bytesOf(type, shape)) {
      throw new IllegalArgumentException(
          "shape " + shape + " of " + type + " does not fill " + bytes + " bytes");
    }
  }

  /** First byte after the tensor. */
  public long end() {
    return start + bytes;
  }

  /**
   * Bytes of a shape; elements of less than a byte are packed and the last byte is filled up.
   *
   * @throws ArithmeticException if their number of bits does not fit 63 bits
   * @throws IllegalArgumentException if an axis is negative
   */
  public static long bytesOf(ElementType type, List<Long> shape) {
    for (long axis : shape) {
      if (axis < 0) {
        throw new IllegalArgumentException("an axis of length " + axis);
      }
    }
    if (shape.contains(0L)) {
      return 0;
    }
    long bits = type.bits();
    for (long axis : shape) {
      bits = Math.multiplyExact(bits, axis);
    }
    return bits / 8 + (bits % 8 == 0 ? 0 : 1);
  }
}
