package vail.sim.live;

import java.util.List;
import vail.sim.bytes.Blocks;
import vail.sim.bytes.Edition;

/**
 * How well the book of dies fitted what they sent in a round.
 *
 * @param round counted from 0
 * @param edition that was in use at its end, unless some dies left it only then
 * @param rawBytes of all values that were sent through the codec, each hop counted
 * @param bytes of their frames
 * @param entropy of the sampled symbols in bits, as the book sees them
 * @param excess bits a symbol that the book takes more than that
 * @param alarm whether the alarm rings
 * @param streams the same from die to die
 */
public record RoundDrift(
    int round,
    int edition,
    long rawBytes,
    long bytes,
    double entropy,
    double excess,
    boolean alarm,
    List<Stream> streams) {
  /** Takes a copy. */
  public RoundDrift {
    streams = List.copyOf(streams);
  }

  /**
   * What one die sent another.
   *
   * @param from the one
   * @param to the other
   * @param rawBytes of values
   * @param bytes of frames
   * @param excess bits a symbol
   */
  public record Stream(int from, int to, long rawBytes, long bytes, double excess) {}

  /** What was sent in a round with an edition; no alarm rings. */
  static RoundDrift of(Edition used, Blocks blocks, List<Stream> streams, int round) {
    return new RoundDrift(
        round,
        used.number(),
        streams.stream().mapToLong(Stream::rawBytes).sum(),
        streams.stream().mapToLong(Stream::bytes).sum(),
        blocks.counts().entropy(),
        blocks.excess(used.book()),
        false,
        streams);
  }

  /** The same while the alarm rings. */
  RoundDrift ringing() {
    return new RoundDrift(round, edition, rawBytes, bytes, entropy, excess, true, streams);
  }

  /** Coded to raw size. */
  public double ratio() {
    return rawBytes == 0 ? 1 : (double) bytes / rawBytes;
  }
}
