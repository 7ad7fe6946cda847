package vail.cli.reproduce.grid;

import vail.code.SymbolKind;

/**
 * How the values of a tensor become 8-bit symbols, and what one symbol stands for in the raw file.
 *
 * @param format what the values are, e.g. {@code bf16} or {@code mx_e3m2}
 * @param split whether all bytes are symbols or only the highest plane of each value
 * @param symbols what the symbols stand for: books of the same kind suit them
 * @param rawBits raw bits that one symbol stands for: 8 for a byte, 16 for a bf16 exponent, 6 for a
 *     6-bit code that lies alone in a byte (its two unused bits are not counted as saved)
 * @param plainBits of these, the bits that are stored as they are beside the coded symbol
 */
public record Profile(String format, Split split, SymbolKind symbols, int rawBits, int plainBits) {
  /** Which bytes of a value are coded (B-02, B-03). */
  public enum Split {
    /** Every byte, in memory order: the paper's profile. */
    BYTES("bytes"),
    /** The highest byte after a rotation by the sign; of bf16 exactly the exponent. */
    PLANES("planes");

    private final String label;

    Split(String label) {
      this.label = label;
    }

    /** The name in tables and options. */
    public String label() {
      return label;
    }
  }

  /** Rejects what saves nothing even at no bits a symbol. */
  public Profile {
    if (plainBits < 0 || rawBits <= plainBits) {
      throw new IllegalArgumentException("a symbol must stand for more than its plain bits");
    }
  }

  /** Bytes of which each is a symbol. */
  static Profile bytes(String format, SymbolKind symbols) {
    return new Profile(format, Split.BYTES, symbols, 8, 0);
  }

  /** Codes of six bits, one a byte. */
  static Profile sixBits(String format, SymbolKind symbols) {
    return new Profile(format, Split.BYTES, symbols, 6, 0);
  }

  /** The highest plane of values of so many bytes. */
  static Profile planes(String format, SymbolKind symbols, int valueBytes) {
    return new Profile(format, Split.PLANES, symbols, 8 * valueBytes, 8 * valueBytes - 8);
  }

  /** The share of the raw size that is saved when so many symbols take so many bits. */
  public double saved(double bits, long symbolCount) {
    return symbolCount == 0 ? 0 : 1 - (bits / symbolCount + plainBits) / rawBits;
  }

  /** Points of raw size that a bit a symbol is worth. */
  public double pointsPerBit() {
    return 100.0 / rawBits;
  }

  /** For people, e.g. {@code bf16 planes}. */
  public String label() {
    return format + " " + split.label();
  }
}
