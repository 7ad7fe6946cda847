/**
 * Links and how they join dies: rates, latencies, flits, topologies and routes.
 *
 * <p>Knows nothing of collectives or codecs. Time is a whole number of picoseconds everywhere.
 */
package vail.sim.net;
