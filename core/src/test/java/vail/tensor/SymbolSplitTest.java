package vail.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SymbolSplitTest {
  @ParameterizedTest
  @CsvSource({
    "BF16, PLANES2, bf16.exponent",
    "F16, PLANES2, fp16.exponent",
    "F32, PLANES4, fp32.exponent",
    "F64, PLANES8, fp64.exponent",
    "F8_E4M3, BYTES, e4m3",
    "F8_E5M2, BYTES, e5m2",
    "F8_E8M0, BYTES, e8m0",
    "F4, BYTES, mx.e2m1",
    "F6_E3M2, UNPACKED6, mx.e3m2",
    "F6_E2M3, UNPACKED6, mx.e2m3",
    "I16, BYTES, bytes",
    "BOOL, BYTES, bytes",
    "C64, BYTES, bytes"
  })
  void autoSuitsTheType(ElementType type, SymbolSplit split, String kind) {
    assertEquals(split, SymbolSplit.auto(type));
    assertEquals(kind, split.kind(type, type.format(), 0).label());
  }

  @Test
  void bytesOfBfloat16HaveAKindOfTheirOwn() {
    assertEquals(
        "bf16.bytes", SymbolSplit.BYTES.kind(ElementType.BF16, NumberFormat.BF16, 0).label());
  }

  @Test
  void bytesInWhichSixBitCodesArePackedAreNotCodes() {
    assertEquals(
        "bytes", SymbolSplit.BYTES.kind(ElementType.F6_E3M2, NumberFormat.E3M2, 0).label());
    assertEquals("mx.e3m2", SymbolSplit.BYTES.kind(ElementType.U8, NumberFormat.E3M2, 0).label());
  }

  @Test
  void planesBelowTheFirstAreOfOneKind() {
    for (int plane = 1; plane < 4; plane++) {
      assertEquals(
          "plane.low", SymbolSplit.PLANES4.kind(ElementType.F32, NumberFormat.FP32, plane).label());
    }
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsNumber(SymbolSplit split) {
    assertEquals(Optional.of(split), SymbolSplit.find(split.number()));
    assertTrue(SymbolSplit.find(3).isEmpty());
  }
}
