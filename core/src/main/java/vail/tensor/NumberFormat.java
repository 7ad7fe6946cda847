package vail.tensor;

/** What the bits of an element mean, as far as it decides which book suits them. */
public enum NumberFormat {
  /** bfloat16: 8 exponent and 7 mantissa bits. */
  BF16,
  /** IEEE binary16. */
  FP16,
  /** IEEE binary32. */
  FP32,
  /** IEEE binary64. */
  FP64,
  /** 8-bit float, 4 exponent bits. */
  E4M3,
  /** 8-bit float, 5 exponent bits. */
  E5M2,
  /** 6-bit float, 3 exponent bits. */
  E3M2,
  /** 6-bit float, 2 exponent bits. */
  E2M3,
  /** 4-bit float, 2 exponent bits. */
  E2M1,
  /** A power of two, the scale of an MX block. */
  E8M0,
  /** Integers and whatever else. */
  OTHER
}
