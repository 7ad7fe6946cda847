package vail.code;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A fixed prefix code: 257 lengths, the codes that follow from them, and the centre of the symbols
 * it was trained on (chapter C of {@code core/spec/codebook.md}).
 *
 * <p>Immutable. Two codebooks are equal when their digests are, that is when their 135 bytes are.
 */
public final class Codebook {
  private final BookClass bookClass;
  private final int center;
  private final CodeLengths lengths;
  private final short[] codes;
  private final byte[] costs;
  private final byte[] digest;

  private Codebook(BookClass bookClass, int center, CodeLengths lengths) {
    this.bookClass = bookClass;
    this.center = center;
    this.lengths = lengths;
    this.codes = CanonicalCodes.of(lengths);
    this.costs = costs(lengths);
    this.digest = sha256(CodebookBytes.write(bookClass, center, lengths));
  }

  /**
   * A book from its class, centre and 257 lengths.
   *
   * @param center the mean of the non-zero symbols it was trained on, 0 to 255
   * @throws vail.fault.VailFormatException if the lengths break a rule of C-01 to C-04
   */
  public static Codebook of(BookClass bookClass, int center, int[] lengths) {
    if (center < 0 || center > 255) {
      throw new IllegalArgumentException("center must be 0 to 255, not " + center);
    }
    return new Codebook(bookClass, center, CodeLengths.of(bookClass, lengths));
  }

  /** Short or long. */
  public BookClass bookClass() {
    return bookClass;
  }

  /** The mean of the non-zero symbols it was trained on, 0 to 255; moves blocks only (C-06). */
  public int center() {
    return center;
  }

  /** The code lengths. */
  public CodeLengths lengths() {
    return lengths;
  }

  /** The length in bits of a symbol's code, 0 if it has none; symbol 256 is the escape. */
  public int length(int symbol) {
    return lengths.of(symbol);
  }

  /** A symbol's code as it lies in the stream: its first bit is bit 0. 0 if it has none. */
  public int code(int symbol) {
    return codes[symbol] & 0xffff;
  }

  /** Whether a symbol (after the bias) has a code of its own. */
  public boolean hasCode(int symbol) {
    return lengths.of(symbol) > 0;
  }

  /** Whether the book has an escape, that is whether some symbol has no code. */
  public boolean hasEscape() {
    return lengths.of(CodeLengths.ESC) > 0;
  }

  /** The bits that a symbol costs: its code, or the escape's and 8 literal bits. */
  public int cost(int symbol) {
    return costs[symbol];
  }

  /** The bits that all symbols of a histogram cost, without the padding of a block. */
  public long cost(Histogram histogram) {
    long bits = 0;
    for (int symbol = 0; symbol < 256; symbol++) {
      bits += histogram.count(symbol) * cost(symbol);
    }
    return bits;
  }

  /**
   * The same, the mean moved to near the centre (B-06).
   *
   * @param offsets to the bias that moves it; the best of them counts, and there must be one
   */
  public long movedCost(Histogram histogram, List<Integer> offsets) {
    int mean = BiasTransform.bias(histogram.center(), center());
    long least = Long.MAX_VALUE;
    for (int offset : offsets) {
      int bias = BiasTransform.shifted(mean, offset);
      long bits = 0;
      for (int symbol = 0; symbol < Histogram.SYMBOLS; symbol++) {
        bits += histogram.count(symbol) * cost(BiasTransform.apply(symbol, bias));
      }
      least = Math.min(least, bits);
    }
    return least;
  }

  /** The 135 bytes of C-07. */
  public byte[] toBytes() {
    return CodebookBytes.write(bookClass, center, lengths);
  }

  /** SHA-256 of the 135 bytes (C-09). */
  public byte[] digest() {
    return digest.clone();
  }

  /** Copies the first bytes of the digest, e.g. the eight that seed a block's check (B-16). */
  public void copyDigest(byte[] target, int at, int bytes) {
    System.arraycopy(digest, 0, target, at, bytes);
  }

  /** The digest as people and JSON write it: {@code sha256:} and 64 hexadecimal digits. */
  public String digestText() {
    return "sha256:" + HexFormat.of().formatHex(digest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Codebook book && Arrays.equals(digest, book.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }

  @Override
  public String toString() {
    return bookClass + " codebook " + digestText();
  }

  private static byte[] costs(CodeLengths lengths) {
    byte[] costs = new byte[CodeLengths.ESC];
    for (int symbol = 0; symbol < CodeLengths.ESC; symbol++) {
      boolean coded = lengths.of(symbol) > 0;
      costs[symbol] = (byte) (coded ? lengths.of(symbol) : lengths.of(CodeLengths.ESC) + 8);
    }
    return costs;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
