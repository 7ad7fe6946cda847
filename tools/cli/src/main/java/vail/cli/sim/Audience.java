package vail.cli.sim;

import vail.sim.event.Job;
import vail.sim.live.Watch;

/** Looks on while dies run. */
@FunctionalInterface
interface Audience {
  /** Nobody does. */
  Audience NOBODY = (job, pace) -> Watch.NOBODY;

  /**
   * How fast a run goes.
   *
   * @param dilation times slower than modelled; 0 for a run that only measures this computer
   * @param modelled picoseconds
   */
  record Pace(long dilation, long modelled) {
    long expectedNanos() {
      return dilation * modelled / 1000;
    }
  }

  /** A run is about to begin. */
  Watch before(Job job, Pace pace);
}
