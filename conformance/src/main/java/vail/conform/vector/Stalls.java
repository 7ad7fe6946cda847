package vail.conform.vector;

import vail.conform.random.Xoshiro256;

/**
 * When the neighbours of a piece of hardware stall. Each clock cycle draws one word of the stream
 * of the seed: the source offers if bits 0 to 7 are below {@code offer}, the sink accepts if bits 8
 * to 15 are below {@code accept}. What was offered stays offered until it is taken.
 *
 * @param seed of {@link Xoshiro256}
 * @param offer 1 to 256; 256 never stalls
 * @param accept 1 to 256; 256 never stalls
 */
public record Stalls(long seed, int offer, int accept) {
  /** Rejects neighbours that never do anything. */
  public Stalls {
    if (offer < 1 || offer > 256 || accept < 1 || accept > 256) {
      throw new IllegalArgumentException("rates are 1 to 256, not " + offer + " and " + accept);
    }
  }
}
