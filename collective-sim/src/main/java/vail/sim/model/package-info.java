/**
 * What can be said without running: sizes of frames, closed forms, where compression begins to pay.
 *
 * <p>It knows rates and counts, and follows no message.
 */
package vail.sim.model;
