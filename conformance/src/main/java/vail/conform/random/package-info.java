/**
 * Numbers that look random and are the same everywhere: what vectors are made from.
 *
 * <p>Written out for other languages in {@code conformance/random.md}. Knows nothing of vectors.
 */
package vail.conform.random;
