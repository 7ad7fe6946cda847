package vail.sim.bytes;

import vail.block.BlockDecoder;
import vail.block.BlockEncoder;

/**
 * Who codes at every die, and with what.
 *
 * @param encoder makes blocks, on several threads at once
 * @param decoder reads them
 * @param books for frames of one pass
 */
public record Coder(BlockEncoder encoder, BlockDecoder decoder, Books books) {}
