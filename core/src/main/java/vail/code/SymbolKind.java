package vail.code;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the symbols of a plane stand for: symbols of one kind are distributed alike, so that a book
 * trained on some of them suits the others.
 */
public enum SymbolKind {
  /** Exponents of bfloat16: the first plane (B-03). */
  BF16_EXPONENT("bf16.exponent"),
  /** Exponents of IEEE binary16 with three mantissa bits: the first plane. */
  FP16_EXPONENT("fp16.exponent"),
  /** Exponents of IEEE binary32: the first plane. */
  FP32_EXPONENT("fp32.exponent"),
  /** Upper eight of the eleven exponent bits of IEEE binary64: the first plane. */
  FP64_EXPONENT("fp64.exponent"),
  /** Any plane below the first: mantissas and sign. */
  LOW_PLANE("plane.low"),
  /** Bytes of bfloat16 in memory order. */
  BF16_BYTES("bf16.bytes"),
  /** 8-bit floats with four exponent bits. */
  E4M3("e4m3"),
  /** 8-bit floats with five exponent bits. */
  E5M2("e5m2"),
  /** 6-bit floats of the MX formats with three exponent bits, one code a symbol. */
  MX_E3M2("mx.e3m2"),
  /** 6-bit floats of the MX formats with two exponent bits, one code a symbol. */
  MX_E2M3("mx.e2m3"),
  /** 4-bit floats of the MX formats, two codes a symbol. */
  MX_E2M1("mx.e2m1"),
  /** Scales of the MX formats, powers of two. */
  E8M0("e8m0"),
  /** Bytes of which nothing is known. */
  BYTES("bytes");

  private final String label;

  SymbolKind(String label) {
    this.label = label;
  }

  /** The name users and files see. */
  public String label() {
    return label;
  }

  /** The kind of a name. */
  public static Optional<SymbolKind> find(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /** Whether the symbols are exponents, whose scale drifts while their shape does not (B-05). */
  public boolean isExponent() {
    return switch (this) {
      case BF16_EXPONENT, FP16_EXPONENT, FP32_EXPONENT, FP64_EXPONENT -> true;
      case LOW_PLANE, BF16_BYTES, E4M3, E5M2, MX_E3M2, MX_E2M3, MX_E2M1, E8M0, BYTES -> false;
    };
  }
}
