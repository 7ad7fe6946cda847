package vail.sim.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vail.tensor.ElementType;

class ArithmeticTest {
  private static final long SEED = 20260101;

  @ParameterizedTest
  @CsvSource({
    "I8, 7f, 01, 80",
    "I8, 80, ff, 7f",
    "U8, ff, 02, 01",
    "I16, 7fff, 0001, 8000",
    "I32, 80000000, ffffffff, 7fffffff",
    "U64, ffffffffffffffff, 0000000000000002, 0000000000000001",
    "BF16, 3f80, 3f80, 4000",
    "BF16, 8000, 8000, 8000",
    "BF16, 8000, 0000, 0000",
    "BF16, 0001, 0001, 0002",
    "BF16, 0001, 8001, 0000",
    "BF16, 7f80, 3f80, 7f80",
    "BF16, 7f80, ff80, 7fc0",
    "BF16, 7f81, 3f80, 7fc0",
    "BF16, 3f80, ffc5, 7fc0",
    "BF16, 7f7f, 7f7f, 7f80",
    "BF16, 3f80, 3b80, 3f80",
    "BF16, 3f81, 3b80, 3f82",
    "F16, 3c00, 3c00, 4000",
    "F16, 7bff, 7bff, 7c00",
    "F16, 0001, 0001, 0002",
    "F16, fc01, 3c00, 7e00",
    "F16, fc00, 7c00, 7e00",
    "F32, 7f800001, 3f800000, 7fc00000",
    "F32, ff800000, 7f800000, 7fc00000",
    "F32, 00000001, 00000001, 00000002",
    "F32, 80000000, 80000000, 80000000",
    "F64, 7ff0000000000001, 3ff0000000000000, 7ff8000000000000",
    "F8_E4M3, 7e, 7e, 7e",
    "F8_E4M3, fe, fe, fe",
    "F8_E4M3, 7f, 38, 7f",
    "F8_E4M3, ff, 38, 7f",
    "F8_E4M3, 80, 80, 80",
    "F8_E4M3, 01, 01, 02",
    "F8_E4M3, 38, 38, 40",
    "F8_E5M2, 7b, 7b, 7c",
    "F8_E5M2, 7c, fc, 7e",
    "F8_E5M2, 7d, 3c, 7e",
    "F8_E5M2, 3c, 3c, 40"
  })
  void addsAsItSays(ElementType type, String a, String b, String sum) {
    assertEquals(sum, hex(sum(type, bytes(a), bytes(b))));
    assertEquals(sum, hex(sum(type, bytes(b), bytes(a))));
  }

  /** The nearest of all bfloat16 to the exact sum, found by going through the neighbours. */
  @Test
  void roundsSumsOfBf16Once() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 20_000; i++) {
      int a = finite(random.nextInt(1 << 16));
      int exponent = Math.clamp((a >>> 7 & 0xff) + random.nextInt(-20, 21), 0, 0xfd);
      int b = random.nextInt(2) << 15 | exponent << 7 | random.nextInt(128);
      byte[] found = sum(ElementType.BF16, little(a), little(b));
      int code = found[0] & 0xff | (found[1] & 0xff) << 8;
      BigDecimal exact = exact(a).add(exact(b));
      BigDecimal error = exact(code).subtract(exact).abs();

      for (int neighbour : new int[] {code - 1, code + 1}) {
        if ((neighbour & 0x7fff) < 0x7f80 && (neighbour & 0x8000) == (code & 0x8000)) {
          int order = exact(neighbour).subtract(exact).abs().compareTo(error);
          assertTrue(order > 0 || (order == 0 && code % 2 == 0), () -> pair(a, b));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"F8_E4M3", "F8_E5M2", "F16", "BF16"})
  void doesNotMindTheOrderOfTwo(ElementType type) {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] a = new byte[1 << 16];
    byte[] b = new byte[1 << 16];
    random.nextBytes(a);
    random.nextBytes(b);

    assertEquals(hex(sum(type, a, b)), hex(sum(type, b, a)), "seed " + SEED);
  }

  @ParameterizedTest
  @EnumSource(
      value = ByteFloat.class,
      names = {"E4M3", "E5M2"})
  void findsEveryFloatOfEightBitsAgain(ByteFloat format) {
    for (int code = 0; code < 256; code++) {
      double number = format.number(code);
      if (!Double.isNaN(number)) {
        assertEquals(code, format.nearest(number));
      }
    }
  }

  private static int finite(int code) {
    return (code & 0x7f80) >= 0x7f00 ? code & 0xbfff : code;
  }

  private static BigDecimal exact(int code) {
    return new BigDecimal(Float.intBitsToFloat(code << 16));
  }

  private static String pair(int a, int b) {
    return "%04x + %04x, seed %d".formatted(a, b, SEED);
  }

  private static byte[] sum(ElementType type, byte[] a, byte[] b) {
    byte[] sums = new byte[a.length];
    Arithmetic.of(type).orElseThrow().add(a, b, sums);
    return sums;
  }

  private static byte[] little(int code) {
    return new byte[] {(byte) code, (byte) (code >>> 8)};
  }

  private static byte[] bytes(String hex) {
    return reversed(HexFormat.of().parseHex(hex));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(reversed(bytes));
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = bytes[bytes.length - 1 - i];
    }
    return turned;
  }
}
