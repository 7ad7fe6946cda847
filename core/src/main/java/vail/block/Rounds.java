package vail.block;

import vail.code.BookClass;

/** Which symbol belongs to which round, lane and step (B-09): lane-major inside a round. */
final class Rounds {
  private final int lanes;
  private final int perLane;
  private final int symbols;

  Rounds(Layout layout, BookClass bookClass, int symbols) {
    this.lanes = layout.lanes();
    this.perLane = layout.symbolsPerLane(bookClass);
    this.symbols = symbols;
  }

  int lanes() {
    return lanes;
  }

  /** Rounds of the block; the last may be short. */
  int count() {
    return (symbols + lanes * perLane - 1) / (lanes * perLane);
  }

  /** First symbol of a round. */
  int first(int round) {
    return round * lanes * perLane;
  }

  /** First symbol after a round. */
  int end(int round) {
    return Math.min(symbols, first(round + 1));
  }

  /** Symbol of a lane's step in a round. */
  int symbol(int round, int lane, int step) {
    return first(round) + lane * perLane + step;
  }

  /** Symbols that a lane has in a round: r, or fewer in the last. */
  int symbolsOf(int lane, int round) {
    return Math.clamp(end(round) - symbol(round, lane, 0), 0, perLane);
  }
}
