/**
 * The rules of the house that a machine can check: who may look at whom, sizes, and what every
 * package must say about itself.
 *
 * <p>Reads class files and sources of all modules; tests no behaviour.
 */
package vail.house;
