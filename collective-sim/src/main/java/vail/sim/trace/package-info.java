/**
 * Shows runs to people: writes them as traces that Perfetto opens.
 *
 * <p>It reads what a run tells and changes nothing. Files, options and pages are the caller's.
 */
package vail.sim.trace;
