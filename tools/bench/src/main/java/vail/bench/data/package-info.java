/**
 * What is timed: planes and tensors of recordings.
 *
 * <p>Job: find them and say where they come from. Non-job: coding them.
 */
package vail.bench.data;
