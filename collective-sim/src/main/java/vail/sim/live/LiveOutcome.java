package vail.sim.live;

/**
 * What a run of dies has come to.
 *
 * @param nanos from the start of the first die to the end of the last
 * @param wireBytes that all links have carried, each hop counted, without heads of parcels
 */
public record LiveOutcome(long nanos, long wireBytes) {}
