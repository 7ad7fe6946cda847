package vail.block;

import vail.code.BookClass;

/**
 * How the symbols of a coded block are dealt out to lanes (B-08), and the layouts with names
 * (B-27).
 *
 * @param lanes N, a power of two from 1 to 64
 * @param wordBits w, the bits a lane takes from the stream at a time: 8, 16 or 32
 */
public record Layout(int lanes, int wordBits) {
  /** For wide SIMD, short books. */
  public static final Layout WIDE = new Layout(64, 8);

  /** For wide SIMD, long books. */
  public static final Layout WIDE_LONG = new Layout(32, 16);

  /** For scalar CPUs, both classes. */
  public static final Layout PORTABLE = new Layout(8, 32);

  /** For hardware on a link, 4 KiB blocks of short books. */
  public static final Layout LINK = new Layout(16, 8);

  /** Rejects what a block's head cannot say. */
  public Layout {
    if (lanes < 1 || lanes > 64 || Integer.bitCount(lanes) != 1) {
      throw new IllegalArgumentException("lanes must be a power of two, 1 to 64, not " + lanes);
    }
    if (wordBits != 8 && wordBits != 16 && wordBits != 32) {
      throw new IllegalArgumentException("a word has 8, 16 or 32 bits, not " + wordBits);
    }
  }

  /** Whether a book of this class can be coded so: long books need words of 16 bits or more. */
  public boolean legalFor(BookClass bookClass) {
    return bookClass == BookClass.SHORT || wordBits > 8;
  }

  /** r: the symbols a lane decodes in a round, for a class this layout is legal for. */
  public int symbolsPerLane(BookClass bookClass) {
    return wordBits / (bookClass == BookClass.SHORT ? 8 : 16);
  }

  /** N·r: the symbols of a full round. */
  public int symbolsPerRound(BookClass bookClass) {
    return lanes * symbolsPerLane(bookClass);
  }

  @Override
  public String toString() {
    return lanes + "x" + wordBits;
  }
}
