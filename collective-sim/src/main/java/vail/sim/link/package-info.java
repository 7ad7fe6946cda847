/**
 * Links between nodes that run: parcels arrive once, unharmed and in order, or the link says how
 * often it tried and what was in its way. Knows connections, numbers and checks; knows nothing of
 * schedules, dies and codecs.
 */
package vail.sim.link;
