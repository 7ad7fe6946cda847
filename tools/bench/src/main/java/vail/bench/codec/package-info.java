/**
 * Everything that can be timed, behind one seam: our backends by layout and level, and peers.
 *
 * <p>Job: say for each whether it is ready here, and make one for a plane. Non-job: timing it.
 */
package vail.bench.codec;
