package vail.bridge.opencl;

import java.util.Arrays;

/** The tables by which kernels compute a CRC-32C (B-16). States are not inverted. */
final class Checks {
  /** Tables for one byte up to eight bytes ahead, 256 words each. */
  static final int TABLES = 8;

  /** Powers of x. */
  static final int POWERS = 32;

  private static final int POLYNOMIAL = 0x82f63b78;
  private static final int X = 1 << 30;
  private static final int[] BY_BYTE = tables();

  private Checks() {}

  private static int[] tables() {
    int[] tables = new int[TABLES * 256];
    for (int i = 0; i < 256; i++) {
      int state = i;
      for (int bit = 0; bit < 8; bit++) {
        state = timesX(state);
      }
      tables[i] = state;
    }
    for (int i = 256; i < tables.length; i++) {
      int before = tables[i - 256];
      tables[i] = before >>> 8 ^ tables[before & 255];
    }
    return tables;
  }

  /** Modulo the polynomial; the highest power is the lowest bit. */
  private static int timesX(int value) {
    return value >>> 1 ^ ((value & 1) == 0 ? 0 : POLYNOMIAL);
  }

  private static int product(int a, int b) {
    int product = 0;
    for (int bit = 31; bit >= 0; bit--) {
      product ^= (a >>> bit & 1) == 0 ? 0 : b;
      b = timesX(b);
    }
    return product;
  }

  /** The tables, then x to the powers 1, 2, 4, 8 and so on. */
  static int[] words() {
    int[] words = Arrays.copyOf(BY_BYTE, BY_BYTE.length + POWERS);
    int power = X;
    for (int i = BY_BYTE.length; i < words.length; i++) {
      words[i] = power;
      power = product(power, power);
    }
    return words;
  }

  /** The state after a seed. */
  static int seed(byte[] bytes) {
    int state = -1;
    for (byte next : bytes) {
      state = state >>> 8 ^ BY_BYTE[(state ^ next) & 255];
    }
    return state;
  }
}
