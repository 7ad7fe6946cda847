/**
 * Keeps the specification in {@code core/spec} true: runs its examples on every backend of core,
 * and checks that clauses and citations in the project's sources name each other.
 *
 * <p>Holds no test of its own of what a class does beyond the examples.
 */
package vail.spec;
