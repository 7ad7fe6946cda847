package vail.conform.planted;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A book, ready to code with (C-05). */
final class PlainBook {
  static final int ESC = 256;
  private static final int SEED_BYTES = 8;

  private final boolean isLong;
  private final int center;
  private final int[] lengths;
  private final int[] codes = new int[ESC + 1];
  private final short[] table;
  private final byte[] seed;

  private PlainBook(boolean isLong, int center, int[] lengths, byte[] seed, Plant plant) {
    this.isLong = isLong;
    this.center = center;
    this.lengths = lengths;
    this.seed = seed;
    number(order(plant), plant);
    this.table = table(plant);
  }

  /** Of 135 bytes that were found good. */
  static PlainBook of(byte[] bytes, int[] lengths, Plant plant) {
    int longest = Arrays.stream(lengths).max().orElse(0);
    boolean isLong = plant.has(BookBug.CLASS_BY_LENGTHS) ? longest > 8 : bytes[4] == 1;
    int center = plant.has(BiasBug.CENTER_IGNORED) ? 128 : bytes[5] & 0xff;
    int[] used = lengths.clone();
    if (plant.has(LaneBug.CODES_OF_8_BITS)) {
      Arrays.setAll(used, s -> Math.min(used[s], 8));
    }
    return new PlainBook(isLong, center, used, seed(bytes, plant), plant);
  }

  private static byte[] seed(byte[] bytes, Plant plant) {
    byte[] digest = sha256(bytes);
    int at = plant.has(FrameBug.SEED_OF_LAST_BYTES) ? digest.length - SEED_BYTES : 0;
    return plant.has(FrameBug.SEED_IGNORED)
        ? new byte[SEED_BYTES]
        : Arrays.copyOfRange(digest, at, at + SEED_BYTES);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int[] order(Plant plant) {
    if (plant.has(BookBug.TIES_REVERSED)) {
      return IntStream.rangeClosed(0, ESC).map(i -> i == ESC ? ESC : ESC - 1 - i).toArray();
    }
    return plant.has(BookBug.ESCAPE_FIRST)
        ? IntStream.rangeClosed(0, ESC).map(i -> (i + ESC) % (ESC + 1)).toArray()
        : IntStream.rangeClosed(0, ESC).toArray();
  }

  private void number(int[] order, Plant plant) {
    int code = 0;
    int last = 0;
    for (int length = 1; length <= 15; length++) {
      for (int symbol : order) {
        if (lengths[symbol] == length) {
          code <<= length - last;
          last = length;
          codes[symbol] =
              plant.has(LaneBug.CODES_NOT_REVERSED)
                  ? code
                  : Integer.reverse(code) >>> Integer.SIZE - length;
          code++;
        }
      }
    }
  }

  private short[] table(Plant plant) {
    short[] decoded = new short[1 << Arrays.stream(lengths).max().orElse(0)];
    for (int symbol = 0; symbol <= ESC; symbol++) {
      for (int bits = codes[symbol];
          lengths[symbol] > 0 && bits < decoded.length;
          bits += 1 << lengths[symbol]) {
        decoded[bits] = (short) symbol;
      }
    }
    if (plant.has(LaneBug.LAST_CODE_LOST) && decoded.length > 1) {
      decoded[decoded.length - 1] = decoded[decoded.length / 2 - 1];
    }
    return decoded;
  }

  boolean isLong() {
    return isLong;
  }

  int center() {
    return center;
  }

  /** Length of the code of t or ESC; 0 if there is none. */
  int length(int t) {
    return lengths[t];
  }

  boolean hasCode(int t) {
    return lengths[t] > 0;
  }

  /** Its code, first bit lowest. */
  int code(int t) {
    return codes[t];
  }

  /** What the low bits of a window are the code of. */
  int symbol(long window) {
    return table[(int) window & table.length - 1];
  }

  /** The eight bytes at the start of a block's check. */
  byte[] seed() {
    return seed.clone();
  }
}
