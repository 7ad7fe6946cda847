/**
 * Makes the vectors: what to ask, from seeds and lists, and the answers, from the readable
 * reference of {@code core}.
 *
 * <p>The same on every machine: no clock, no locale, no floating point, no order of hash tables.
 * Judges nobody.
 */
package vail.conform.generate;
