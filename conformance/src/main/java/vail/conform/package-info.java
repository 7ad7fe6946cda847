/**
 * The judge: vectors for every clause of the specification, valid and invalid, and one contract run
 * over every backend of the seam and over foreign processes that speak the wire protocol.
 *
 * <p>It will say of each vector pass, fail or absent, with a seed that repeats the run. It will not
 * hold a codec of its own.
 */
package vail.conform;
