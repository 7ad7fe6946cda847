package vail.sim.link;

/**
 * What all links of a run use.
 *
 * @param lines makes their connections
 * @param timer measures silence
 * @param watch looks on
 */
public record Ways(Lines lines, Timer timer, LinkWatch watch) {}
