/**
 * Algorithms of collectives, one a file: for each die, what it sends to whom and in which order.
 *
 * <p>They know numbers of dies and pieces, no sizes, times, links or codecs.
 */
package vail.sim.algo;
