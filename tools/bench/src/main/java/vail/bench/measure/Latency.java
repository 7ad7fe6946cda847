package vail.bench.measure;

import vail.bench.codec.Label;

/**
 * How long one block takes in a call of its own, in microseconds on the wall.
 *
 * @param label who
 * @param plane what
 * @param block bytes of the block
 * @param encode median
 * @param encodeTail 99 of 100 are not longer
 * @param decode median
 * @param decodeTail 99 of 100 are not longer
 * @param runs calls each way
 */
public record Latency(
    Label label,
    String plane,
    int block,
    double encode,
    double encodeTail,
    double decode,
    double decodeTail,
    int runs) {
  private static final double TAIL = 0.99;
  private static final double MICRO = 1000;

  /** Sums up an outcome of single blocks. */
  static Latency of(String plane, int block, Outcome outcome) {
    double[] encode = micros(block, outcome.encode());
    double[] decode = micros(block, outcome.decode());
    return new Latency(
        outcome.label(),
        plane,
        block,
        Spread.of(encode).median(),
        Spread.quantile(encode, TAIL),
        Spread.of(decode).median(),
        Spread.quantile(decode, TAIL),
        encode.length);
  }

  private static double[] micros(int block, double[] rates) {
    double[] micros = new double[rates.length];
    for (int i = 0; i < micros.length; i++) {
      micros[i] = block / rates[i] / MICRO;
    }
    return micros;
  }
}
