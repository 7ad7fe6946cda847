/**
 * Measures what a set of vectors covers, from the vectors alone: it knows nothing of how they were
 * made, so that a generator that forgets something is found out.
 */
package vail.conform.coverage;
