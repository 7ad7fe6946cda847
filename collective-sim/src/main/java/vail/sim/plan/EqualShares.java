package vail.sim.plan;

import java.math.BigInteger;

/**
 * Pieces as a model takes them: all equally large, of a fraction of a byte if need be, as closed
 * forms have them.
 *
 * @param each parts of bytes of a piece in a lane
 * @param partsOfByte into which bytes are cut
 * @param lanes sub-chunks of each piece
 */
public record EqualShares(long each, long partsOfByte, int lanes) implements Shares {
  /** More parts than a vector may have, so that its products with ratios fit a number. */
  private static final long MOST_PARTS = 1L << 42;

  /** Rejects what is no size. */
  public EqualShares {
    if (each < 0 || partsOfByte < 1 || lanes < 1) {
      throw new IllegalArgumentException("shares have lanes and parts of bytes, none negative");
    }
  }

  /**
   * A vector cut into equal pieces. One so large that its parts could not be counted gets pieces of
   * whole bytes, rounded up.
   *
   * @param bytes of the vector
   * @param pieces of a lane
   * @param lanes sub-chunks of each piece
   */
  public static EqualShares of(long bytes, int pieces, int lanes) {
    long slots = Math.multiplyExact((long) pieces, (long) lanes);
    long common = BigInteger.valueOf(bytes).gcd(BigInteger.valueOf(slots)).longValueExact();
    long partsOfByte = slots / common;
    return bytes < MOST_PARTS / partsOfByte
        ? new EqualShares(bytes / common, partsOfByte, lanes)
        : new EqualShares(Math.ceilDiv(bytes, slots), 1, lanes);
  }

  @Override
  public boolean areEqual() {
    return true;
  }

  @Override
  public long parts(int first, int count, int lane) {
    return each * count;
  }
}
