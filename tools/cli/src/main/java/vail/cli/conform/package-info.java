/**
 * The command {@code conform}: options in, a verdict out, and its files.
 *
 * <p>Judges nothing itself.
 */
package vail.cli.conform;
