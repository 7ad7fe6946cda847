package vail.sim.live;

import java.time.Duration;

/**
 * How dies are run.
 *
 * @param transport by which parcels move
 * @param dilation nanoseconds that pass for each modelled one; 0 holds nothing back
 * @param threads that do the work of all dies
 * @param limit after which a run is given up
 */
public record LiveOptions(Transport transport, long dilation, int threads, Duration limit) {
  /** By what parcels move. */
  public enum Transport {
    /** A TCP connection for each link, on the loopback interface. */
    SOCKET,
    /** References within this JVM. */
    MEMORY
  }

  /** Rejects what cannot be done. */
  public LiveOptions {
    if (dilation < 0 || threads < 1 || limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("dilation, threads and limit are too small");
    }
  }
}
