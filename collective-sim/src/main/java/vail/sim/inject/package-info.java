/**
 * Does to links on purpose what goes wrong by itself: frames are lost, doubled, delayed and
 * damaged, links are cut, nodes die, as a plan says that a seed reproduces. Knows frames and when a
 * die begins what; knows nothing of how links recover.
 */
package vail.sim.inject;
