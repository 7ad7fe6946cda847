package vail.sim.model;

import vail.sim.net.Link;

/**
 * How large values are once encoded: an average over tensors of a kind, so a size may be a
 * fraction.
 *
 * <p>What would not get smaller is sent as it is.
 *
 * @param numerator of the ratio of coded to raw bytes
 * @param denominator of that ratio
 * @param overhead bytes of each frame besides
 */
public record Frames(long numerator, long denominator, long overhead) {
  /** Values as they are. */
  public static final Frames RAW = new Frames(1, 1, 0);

  /** Rejects what is no size. */
  public Frames {
    if (numerator < 0 || denominator < 1 || overhead < 0) {
      throw new IllegalArgumentException("a ratio is 0 or more, an overhead 0 bytes or more");
    }
  }

  /** Equal parts of a byte, so many a byte, of a frame of so many raw ones; all whole. */
  public long parts(long raw, long partsOfByte) {
    return denominator == 1 && numerator == 1
        ? raw
        : Math.min(raw, Math.ceilDiv(raw * numerator, denominator) + overhead * partsOfByte);
  }

  /** Picoseconds that a link is busy with a frame of so many equal parts of a raw byte. */
  public long busy(Link link, long raw, long partsOfByte) {
    long parts = Math.multiplyExact(denominator, partsOfByte);
    long coded = Math.addExact(Math.multiplyExact(raw, numerator), overhead * parts);
    return coded < Math.multiplyExact(raw, denominator)
        ? link.busy(coded, parts)
        : link.busy(raw, partsOfByte);
  }
}
