package vail.sim.link;

/**
 * A link that went on after a loss.
 *
 * @param link its number
 * @param loss the first that it met
 * @param next the parcel that it went on with
 * @param tries connections it took, each a round trip of greeting and answer
 */
public record Recovery(int link, Loss loss, int next, int tries) {}
