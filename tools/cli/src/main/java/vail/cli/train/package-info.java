/**
 * {@code vail train}: finds tensors, counts their symbols, groups the counts, makes books of them.
 *
 * <p>Job: from files to named counts to named books. Non-job: how a book follows from counts.
 */
package vail.cli.train;
