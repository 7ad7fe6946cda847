package vail.cli.sim.page;

import vail.sim.plan.Codec;

/**
 * What pays for one size and one speed of codecs.
 *
 * @param none picoseconds without a codec
 * @param single with a codebook fixed before
 * @param three with a codebook of each frame's own
 */
public record Cell(long none, long single, long three) {
  /** The fastest; of equal ones the simplest. */
  public Codec verdict() {
    if (Math.min(single, three) >= none) {
      return Codec.NONE;
    }
    return single <= three ? Codec.SINGLE : Codec.THREE;
  }

  /** How many times faster than none the faster of the codecs is. */
  public double speedUp() {
    long coded = Math.min(single, three);
    return coded == 0 ? 1 : (double) none / coded;
  }
}
