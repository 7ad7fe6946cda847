package vail.sim.bytes;

/**
 * What one die has sent another.
 *
 * @param from the sender
 * @param to the receiver
 * @param rawBytes of the values
 * @param bytes of their frames
 */
public record PairFigures(int from, int to, long rawBytes, long bytes) {
  PairFigures plus(PairFigures other) {
    return new PairFigures(from, to, rawBytes + other.rawBytes, bytes + other.bytes);
  }
}
