package vail.code;

import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * The lengths of a complete prefix code over 256 symbols and the escape (C-01 to C-04).
 *
 * <p>Immutable and always legal: whoever holds one holds a Kraft sum of exactly 1.
 */
public final class CodeLengths {
  /** The escape's index among the 257 lengths. */
  public static final int ESC = 256;

  /** Symbols and the escape. */
  public static final int COUNT = 257;

  private final byte[] lengths;

  private CodeLengths(byte[] lengths) {
    this.lengths = lengths;
  }

  /**
   * Checks and keeps 257 lengths, in bits; 0 means no code. Faults, in the order of C-08, carry the
   * index of the first length at fault as their offset (0 where the sum is at fault).
   *
   * @throws VailFormatException CODEBOOK_LENGTH_RANGE, CODEBOOK_OVERSUBSCRIBED, CODEBOOK_INCOMPLETE
   *     or CODEBOOK_SHAPE
   * @throws IllegalArgumentException if there are not 257 lengths
   */
  public static CodeLengths of(BookClass bookClass, int[] lengths) {
    if (lengths.length != COUNT) {
      throw new IllegalArgumentException("a book has 257 lengths, not " + lengths.length);
    }
    checkRange(bookClass, lengths);
    checkKraft(lengths);
    checkEscape(lengths);
    byte[] kept = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      kept[i] = (byte) lengths[i];
    }
    return new CodeLengths(kept);
  }

  /** The length of a symbol's code in bits, 0 if it has none; symbol 256 is the escape. */
  public int of(int symbol) {
    return lengths[symbol];
  }

  /** The longest code in bits. */
  public int longest() {
    int longest = 0;
    for (byte length : lengths) {
      longest = Math.max(longest, length);
    }
    return longest;
  }

  private static void checkRange(BookClass bookClass, int[] lengths) {
    for (int i = 0; i < COUNT; i++) {
      if (lengths[i] < 0 || lengths[i] > bookClass.maxLength()) {
        throw new VailFormatException(
            Fault.CODEBOOK_LENGTH_RANGE,
            i,
            "symbol "
                + i
                + " has length "
                + lengths[i]
                + ", a "
                + bookClass
                + " book allows 0 to "
                + bookClass.maxLength());
      }
    }
  }

  /** Sums in units of 2^-15, so that the sum of a complete code is exactly 32,768. */
  private static void checkKraft(int[] lengths) {
    int sum = 0;
    for (int length : lengths) {
      sum += length == 0 ? 0 : 1 << 15 - length;
    }
    if (sum > 1 << 15) {
      throw new VailFormatException(
          Fault.CODEBOOK_OVERSUBSCRIBED, 0, "the Kraft sum is " + sum + "/32768, above 1");
    }
    if (sum < 1 << 15) {
      throw new VailFormatException(
          Fault.CODEBOOK_INCOMPLETE, 0, "the Kraft sum is " + sum + "/32768, below 1");
    }
  }

  private static void checkEscape(int[] lengths) {
    int coded = 0;
    for (int i = 0; i < ESC; i++) {
      coded += lengths[i] > 0 ? 1 : 0;
    }
    if (lengths[ESC] > 0 == (coded == ESC)) {
      throw new VailFormatException(
          Fault.CODEBOOK_SHAPE,
          ESC,
          lengths[ESC] > 0
              ? "there is an escape though every symbol has a code"
              : "there is no escape though only " + coded + " of 256 symbols have a code");
    }
  }
}
