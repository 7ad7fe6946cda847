/** Tests of {@link vail.sim.live}. */
package vail.sim.link;
