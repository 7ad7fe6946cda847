/** Implementations that misbehave in a known way, for tests of the judge. */
package vail.conform.lying;
