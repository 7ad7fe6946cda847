package vail.sim.net;

/**
 * One dimension of a grid: dies that differ in one coordinate, and the links among them.
 *
 * @param kind how they are joined
 * @param size how many, 1 or more
 * @param link each of the links
 */
public record Axis(Kind kind, int size, Link link) {
  /** How the dies of an axis are joined. */
  public enum Kind {
    /** Each to the next, the last to the first: one way. */
    RING,
    /** As a ring, both ways; of a size of 2, each die has one neighbour. */
    BIRING,
    /** Each to the next and the one before, with two ends. */
    LINE,
    /** Each to each. */
    FULL,
    /** Each to one switch. */
    SWITCH
  }

  /** Rejects an empty axis. */
  public Axis {
    if (size < 1) {
      throw new IllegalArgumentException("an axis has 1 die or more");
    }
  }

  /** Sending ends of a die on this axis. */
  int ports() {
    if (size == 1) {
      return 0;
    }
    return switch (kind) {
      case RING, SWITCH -> 1;
      case BIRING -> size == 2 ? 1 : 2;
      case LINE -> 2;
      case FULL -> size - 1;
    };
  }

  /** The coordinate a port leads to; NOWHERE past the end of a line. A switch has none. */
  int neighbour(int at, int port) {
    int step = kind == Kind.FULL ? port + 1 : port == 0 ? 1 : -1;
    int to = at + step;
    return kind == Kind.LINE && (to < 0 || to >= size) ? Topology.NOWHERE : Math.floorMod(to, size);
  }

  /** The port towards another coordinate: the shorter way, of two equal ones clockwise. */
  int route(int at, int to) {
    int clockwise = Math.floorMod(to - at, size);
    return switch (kind) {
      case RING, SWITCH -> 0;
      case BIRING -> 2 * clockwise <= size ? 0 : 1;
      case LINE -> to > at ? 0 : 1;
      case FULL -> clockwise - 1;
    };
  }
}
