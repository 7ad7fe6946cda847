/** Judges the samples beside the vectors: implementations written from the specification alone. */
package vail.conform.samples;
