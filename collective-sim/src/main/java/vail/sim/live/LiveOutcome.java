package vail.sim.live;

import java.util.List;
import vail.sim.inject.Injection;
import vail.sim.link.Recovery;

/**
 * What a run of dies has come to.
 *
 * @param nanos from the start of the first die to the end of the last
 * @param wireBytes that all links have carried, each hop counted, without heads of parcels
 * @param planned faults that were to be done to links on purpose
 * @param injected those that were done, for a link may never come to one
 * @param recoveries of links that lost something and went on
 */
public record LiveOutcome(
    long nanos, long wireBytes, int planned, List<Injection> injected, List<Recovery> recoveries) {
  /** Takes a copy. */
  public LiveOutcome {
    injected = List.copyOf(injected);
    recoveries = List.copyOf(recoveries);
  }
}
