package vail.cli.sim;

import java.util.OptionalDouble;

/**
 * What bits cost, in picojoules.
 *
 * @param wire a bit on a link; empty where nobody says it
 * @param codec a bit of values in each pass of a codec over them; empty where nobody says it
 */
record Energy(OptionalDouble wire, OptionalDouble codec) {
  private static final double BITS = 8;
  private static final double PJ_A_UJ = 1e6;

  /** Microjoules on all links; empty where it is not known. */
  OptionalDouble onWire(Row row) {
    return wire.isEmpty() || row.work().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(row.work().get().wireBytes() * BITS * wire.getAsDouble() / PJ_A_UJ);
  }

  /** Microjoules in all codecs; empty where it is not known. */
  OptionalDouble inCodec(Row row) {
    return codec.isEmpty() || row.work().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(row.work().get().codedBytes() * BITS * codec.getAsDouble() / PJ_A_UJ);
  }

  /** Microjoules of both, a codec that nobody gave a figure for left out. */
  OptionalDouble sum(Row row) {
    OptionalDouble links = onWire(row);
    return links.isEmpty()
        ? links
        : OptionalDouble.of(links.getAsDouble() + inCodec(row).orElse(0));
  }

  /**
   * Picojoules a coded bit below which a row takes less energy than one without a codec; empty
   * where it is not known or nothing is coded.
   */
  OptionalDouble breakEven(Row row, Row none) {
    if (wire.isEmpty() || row.work().isEmpty() || none.work().isEmpty()) {
      return OptionalDouble.empty();
    }
    long coded = row.work().get().codedBytes();
    long saved = none.work().get().wireBytes() - row.work().get().wireBytes();
    return coded == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(wire.getAsDouble() * saved / coded);
  }
}
