/**
 * Recorded tensors as grids of shards: each shard a histogram of its symbols.
 *
 * <p>Job: find recordings in a folder, say what each tensor is, cut it into shards and count.
 * Non-job: books, codes or any judgement about the counts.
 */
package vail.cli.reproduce.grid;
