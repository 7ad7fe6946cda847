/** Tests of {@link vail.sim.team}. */
package vail.sim.team;
