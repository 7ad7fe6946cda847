package vail.sim.bytes;

/**
 * What was sent in one step. A symbol is a byte of an element; bits are means over all of them,
 * also those of planes that nobody codes.
 *
 * @param step counted from 0
 * @param messages of all dies and lanes
 * @param coded those of them that became smaller
 * @param rawBytes of their values
 * @param bytes of their frames
 * @param entropy of the step's own symbols, each plane for itself, in bits a symbol
 */
public record StepFigures(
    int step, long messages, long coded, long rawBytes, long bytes, double entropy) {
  /** Coded to raw size. */
  public double ratio() {
    return rawBytes == 0 ? 1 : (double) bytes / rawBytes;
  }

  /** Bits that a symbol took. */
  public double bitsPerSymbol() {
    return rawBytes == 0 ? 0 : ratio() * Byte.SIZE;
  }

  /** Bits a symbol more than the entropy: heads of blocks, and books that do not fit. */
  public double excessBits() {
    return bitsPerSymbol() - entropy;
  }
}
