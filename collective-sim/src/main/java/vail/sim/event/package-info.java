/**
 * The event simulator: runs a schedule over a topology in whole picoseconds.
 *
 * <p>Events are ordered by time, die, port and sequence, so the same input gives the same result on
 * any number of threads. It knows how long things take and who waits, and moves no bytes.
 */
package vail.sim.event;
