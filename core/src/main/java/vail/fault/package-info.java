/**
 * What can be wrong, numbered, and how much an input may ask for.
 *
 * <p>Knows the numbers of {@code core/spec/faults.md}; knows nothing of codes, blocks or files.
 */
package vail.fault;
