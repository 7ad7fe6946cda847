/**
 * Reads and writes JSON (RFC 8259), strictly: so that {@code core} needs nothing but java.base.
 *
 * <p>Knows texts, values and their places in the input; knows nothing of what the values mean.
 */
package vail.json;
