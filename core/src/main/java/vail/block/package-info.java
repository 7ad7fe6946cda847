/**
 * Turns symbols into blocks and blocks into symbols, as {@code core/spec/bitstream.md} says.
 *
 * <p>Holds the readable reference and the fast scalar kernels. Knows nothing of tensors or files.
 */
package vail.block;
