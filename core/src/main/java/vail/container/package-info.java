/**
 * The {@code .vail} file: any file cut into segments, tiles and blocks, and put together again, as
 * {@code core/spec/container.md} says.
 *
 * <p>Knows frames, books and the directory; knows nothing of how a block is coded, nor by whom.
 */
package vail.container;
