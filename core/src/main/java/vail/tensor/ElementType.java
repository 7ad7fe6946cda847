package vail.tensor;

import java.util.Arrays;
import java.util.Optional;

/**
 * The type of a tensor's elements, named as in safetensors files.
 *
 * <p>Source: the enumeration {@code Dtype} of the safetensors format.
 */
public enum ElementType {
  /** Truth values, one a byte. */
  BOOL(8, NumberFormat.OTHER),
  /** 4-bit floats e2m1, two a byte. */
  F4(4, NumberFormat.E2M1),
  /** 6-bit floats, four in three bytes. */
  F6_E2M3(6, NumberFormat.E2M3),
  /** 6-bit floats, four in three bytes. */
  F6_E3M2(6, NumberFormat.E3M2),
  /** Unsigned 8-bit integers; MX codes and scales are often kept in them. */
  U8(8, NumberFormat.OTHER),
  /** Signed 8-bit integers. */
  I8(8, NumberFormat.OTHER),
  /** 8-bit floats. */
  F8_E5M2(8, NumberFormat.E5M2),
  /** 8-bit floats. */
  F8_E4M3(8, NumberFormat.E4M3),
  /** 8-bit floats of another bias, without a negative zero. */
  F8_E5M2FNUZ(8, NumberFormat.E5M2),
  /** 8-bit floats of another bias, without a negative zero. */
  F8_E4M3FNUZ(8, NumberFormat.E4M3),
  /** Powers of two, the scales of MX blocks. */
  F8_E8M0(8, NumberFormat.E8M0),
  /** Signed 16-bit integers. */
  I16(16, NumberFormat.OTHER),
  /** Unsigned 16-bit integers. */
  U16(16, NumberFormat.OTHER),
  /** IEEE binary16. */
  F16(16, NumberFormat.FP16),
  /** bfloat16. */
  BF16(16, NumberFormat.BF16),
  /** Signed 32-bit integers. */
  I32(32, NumberFormat.OTHER),
  /** Unsigned 32-bit integers. */
  U32(32, NumberFormat.OTHER),
  /** IEEE binary32. */
  F32(32, NumberFormat.FP32),
  /** Complex numbers of two binary32. */
  C64(64, NumberFormat.OTHER),
  /** IEEE binary64. */
  F64(64, NumberFormat.FP64),
  /** Signed 64-bit integers. */
  I64(64, NumberFormat.OTHER),
  /** Unsigned 64-bit integers. */
  U64(64, NumberFormat.OTHER);

  private final int bits;
  private final NumberFormat format;

  ElementType(int bits, NumberFormat format) {
    this.bits = bits;
    this.format = format;
  }

  /** Bits of an element: 4, 6 or whole bytes. */
  public int bits() {
    return bits;
  }

  /** What the elements mean unless something finer is known. */
  public NumberFormat format() {
    return format;
  }

  /** Fewest bytes that hold whole elements: 1, 2, 4, 8, or 3 for 6-bit elements. */
  public int granule() {
    return bits == 6 ? 3 : Math.max(1, bits / 8);
  }

  /** The type of a name as safetensors files spell it. */
  public static Optional<ElementType> find(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
