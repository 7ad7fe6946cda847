package vail.bench.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class E4m3Test {
  @Test
  void roundsToTheNearestCodeOfAScaleThatMakesTheLargest448() {
    // 448 = 0x7e, 1 = 0x38, -2 = 0xc0, 2^-9 = 0x01 the least, half of it rounds to even.
    float[] values = {448, 1, -2, 0x1p-9f, 0x1p-10f, 0, 1.0625f, 1.1f, 15.5f};

    assertArrayEquals(bytes(0x7e, 0x38, 0xc0, 0x01, 0, 0, 0x38, 0x39, 0x58), E4m3.of(values));
  }

  @Test
  void readsBf16LowByteFirst() {
    // 2 and -1, scaled by 224.
    assertArrayEquals(bytes(0x7e, 0xf6), E4m3.of(bytes(0x00, 0x40, 0x80, 0xbf)));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
