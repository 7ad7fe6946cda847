package vail.sim.live;

import java.util.List;
import vail.sim.link.Recovery;

/**
 * What a run of dies has come to.
 *
 * @param nanos from the start of the first die to the end of the last
 * @param wireBytes that all links have carried, each hop counted, without heads of parcels
 * @param recoveries of links that lost something and went on
 */
public record LiveOutcome(long nanos, long wireBytes, List<Recovery> recoveries) {
  /** Takes a copy. */
  public LiveOutcome {
    recoveries = List.copyOf(recoveries);
  }
}
