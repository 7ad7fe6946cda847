/** Tests of {@link vail.sim.inject}. */
package vail.sim.inject;
