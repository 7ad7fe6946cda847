/** Tests of {@link vail.sim.web}: mostly of what it refuses. */
package vail.sim.web;
