/**
 * Conformance: vectors for the clauses of the specification, and a judge that asks any
 * implementation for the right answers, in this process or far away.
 *
 * <p>Start with {@link vail.conform.Conformance}. Holds no codec of its own.
 */
package vail.conform;
