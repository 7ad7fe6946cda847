/** Checks of the module's own structure. */
package vail.sim.house;
