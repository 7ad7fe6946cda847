/**
 * Lays a right and a wrong answer side by side for people: blocks code by code, symbols with the
 * code they came from, books length by length.
 *
 * <p>Decides nothing: which answer is right is said by whoever calls.
 */
package vail.conform.compare;
