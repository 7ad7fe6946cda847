package vail.bench.measure;

import vail.bench.codec.Label;

/**
 * What one contender did in a contest, GB/s of uncompressed bytes round by round.
 *
 * @param label who
 * @param size coded bytes by bytes
 * @param encode there
 * @param decode and back
 */
// The arrays are summed up, never changed or compared.
@SuppressWarnings("ArrayRecordComponent")
public record Outcome(Label label, double size, double[] encode, double[] decode) {
  /** The median of the slower direction. */
  double slower() {
    return Math.min(Spread.of(encode).median(), Spread.of(decode).median());
  }
}
