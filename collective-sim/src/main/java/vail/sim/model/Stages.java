package vail.sim.model;

/**
 * What one chunk goes through on one hop, in picoseconds.
 *
 * @param histogram counting its symbols
 * @param tree making its codebook
 * @param encode encoding it
 * @param wire putting it on the link
 * @param latency of the link
 * @param decode decoding it
 * @param reduce adding it
 */
public record Stages(
    long histogram, long tree, long encode, long wire, long latency, long decode, long reduce) {
  /** All that comes before the wire. */
  public long sender() {
    return histogram + tree + encode;
  }

  /** The slowest that comes before the wire. */
  public long slowestOfSender() {
    return Math.max(histogram, Math.max(tree, encode));
  }

  /** From the start to the sum. */
  public long all() {
    return sender() + wire + latency + decode + reduce;
  }

  /** The slowest: one chunk after another comes no faster. */
  public long slowest() {
    return Math.max(Math.max(slowestOfSender(), wire), Math.max(decode, reduce));
  }

  /** The same for a frame that is sent on as it came. */
  Stages relayed() {
    return new Stages(0, 0, 0, wire, latency, decode, reduce);
  }
}
