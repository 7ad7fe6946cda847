package vail.sim.net;

/**
 * One direction between two neighbours.
 *
 * @param rate one way
 * @param latency picoseconds from the last byte sent to the last byte arrived
 * @param flit what the wire moves
 * @param clock how times are rounded
 */
public record Link(Rate rate, long latency, Flit flit, Clock clock) {
  /** Rejects a negative latency. */
  public Link {
    if (latency < 0) {
      throw new IllegalArgumentException("a latency is 0 ps or more");
    }
  }

  /** A link without flits, to the picosecond. */
  public static Link of(Rate rate, long latency) {
    return new Link(rate, latency, Flit.NONE, Clock.PICOSECONDS);
  }

  /** Picoseconds the link is busy with so many bytes. */
  public long busy(long bytes) {
    long wire = flit.wire(bytes);
    return clock == Clock.PICOSECONDS ? rate.time(wire) : rate.wholeNanoseconds(wire);
  }

  /**
   * Picoseconds the link is busy with equal parts of bytes. An average size need not be whole where
   * the link moves no flits and its clock drops nothing.
   */
  public long busy(long count, long partsOfByte) {
    return flit.bytes() == 1 && clock == Clock.PICOSECONDS
        ? rate.time(count, partsOfByte)
        : busy(Math.ceilDiv(count, partsOfByte));
  }
}
