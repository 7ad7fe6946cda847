/**
 * The JVMs that run a job together: how they find each other, on one host by a port or on many by
 * Vert.x clustering, say a word each, and miss whoever has gone. Knows nothing of dies, schedules
 * and what the words mean.
 */
package vail.sim.team;
