/**
 * Turns counts into code lengths, code lengths into codes, and keeps the books a link has agreed
 * on.
 *
 * <p>Knows nothing of blocks or of bytes on a wire.
 */
package vail.code;
