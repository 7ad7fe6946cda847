package vail.sim.live;

/**
 * What a run of dies has come to.
 *
 * @param nanos from the start of the first die to the end of the last
 * @param late nanoseconds that any work ended later than its unit should have, at most
 * @param wireBytes that all links have carried, each hop counted, without heads of parcels
 */
public record LiveOutcome(long nanos, long late, long wireBytes) {}
