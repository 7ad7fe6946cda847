/**
 * The commands that make, check and list the vectors of the conformance suite.
 *
 * <p>Knows where files lie; what a vector is, the conformance module says.
 */
package vail.cli.vectors;
