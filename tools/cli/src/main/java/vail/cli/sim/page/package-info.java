/**
 * Pictures of a simulated collective: the network, its dies over time, its links, what pays where.
 *
 * <p>Job: SVG for one page. Non-job: to run or to decide anything; the numbers are given.
 */
package vail.cli.sim.page;
