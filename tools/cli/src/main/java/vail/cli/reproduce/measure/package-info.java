/**
 * Measures ways of coding on shards: Shannon's bound, a Huffman code of each shard's own, and books
 * fixed before.
 *
 * <p>Job: numbers from histograms, and a verdict on the claim of arXiv 2601.10673. Non-job: files,
 * tables, pictures. A fixed book is never built from the step it is measured on.
 */
package vail.cli.reproduce.measure;
