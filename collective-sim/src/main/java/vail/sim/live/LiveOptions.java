package vail.sim.live;

import java.time.Duration;
import vail.sim.inject.Plan;

/**
 * How dies are run.
 *
 * @param transport by which parcels move
 * @param dilation nanoseconds that pass for each modelled one; 0 holds nothing back
 * @param threads that do the work of all dies
 * @param limit after which a run is given up
 * @param faults done to links; only sockets have any
 */
public record LiveOptions(
    Transport transport, long dilation, int threads, Duration limit, Plan faults) {
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
    if (transport == Transport.MEMORY && !faults.injections().isEmpty()) {
      throw new IllegalArgumentException("references in memory have no faults");
    }
  }

  /** The same without faults. */
  public LiveOptions(Transport transport, long dilation, int threads, Duration limit) {
    this(transport, dilation, threads, limit, Plan.NONE);
  }
}
