package vail.cli.sim;

import java.util.Optional;
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
   * @param campaign of several rounds, where it is one
   */
  record Pace(long dilation, long modelled, Optional<Campaign> campaign) {
    /** The pace of one round. */
    Pace(long dilation, long modelled) {
      this(dilation, modelled, Optional.empty());
    }

    /** The same for several rounds. */
    Pace over(Campaign rounds) {
      return new Pace(dilation, modelled, Optional.of(rounds));
    }

    long expectedNanos() {
      return dilation * modelled / 1000;
    }
  }

  /** A run is about to begin. */
  Watch before(Job job, Pace pace);
}
