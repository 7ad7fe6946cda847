package vail.sim.model;

import vail.sim.net.Rate;

/**
 * Equal units of a die that work on one thing each: first come, first served.
 *
 * @param units 1 or more
 * @param latency picoseconds that each piece of work takes besides its bytes
 * @param rate of one unit
 */
public record Service(int units, long latency, Rate rate) {
  /** Takes no time. */
  public static final Service FREE = new Service(1, 0, Rate.UNBOUNDED);

  /** Rejects what cannot serve. */
  public Service {
    if (units < 1 || latency < 0) {
      throw new IllegalArgumentException("a service has 1 unit or more and no negative latency");
    }
  }

  /** Whether nothing takes any time. */
  public boolean isFree() {
    return latency == 0 && rate.picoseconds() == 0;
  }

  /** Picoseconds that so many bytes take, once begun. */
  public long time(long bytes) {
    return time(bytes, 1);
  }

  /** Picoseconds that so many equal parts of a byte take, once begun; nothing is no work. */
  public long time(long count, long partsOfByte) {
    return count == 0 ? 0 : latency + rate.time(count, partsOfByte);
  }

  /** What one of so many users has of it who always want it at the same time. */
  Service sharedBy(int users) {
    return users <= units || isFree()
        ? this
        : new Service(
            units,
            Math.ceilDiv(Math.multiplyExact(latency, users), units),
            new Rate(
                Math.multiplyExact(rate.picoseconds(), users),
                Math.multiplyExact(rate.bytes(), units)));
  }
}
