/**
 * The command {@code bench}, in a jar of its own because its peers bring native libraries along.
 *
 * <p>Job: turn arguments into a run and its findings into output. Non-job: timing.
 */
package vail.bench;
