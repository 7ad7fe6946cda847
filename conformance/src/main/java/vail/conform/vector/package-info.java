/**
 * A vector: one question to an implementation of the format and the only right answer, as an
 * immutable value and as JSON.
 *
 * <p>Start with {@link vail.conform.vector.VectorSet#load}. Knows neither how vectors are made nor
 * how an implementation is asked.
 */
package vail.conform.vector;
