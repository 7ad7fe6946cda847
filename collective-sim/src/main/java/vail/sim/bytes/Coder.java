package vail.sim.bytes;

import vail.backend.Backend;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.tensor.PlaneKernels;

/**
 * Who codes at every die, and with what.
 *
 * @param encoder makes blocks, on several threads at once
 * @param decoder reads them
 * @param planes takes values apart
 * @param books for frames of one pass
 */
public record Coder(BlockEncoder encoder, BlockDecoder decoder, PlaneKernels planes, Books books) {
  /** A backend, which stays open. */
  public static Coder of(Backend backend, Books books) {
    return new Coder(backend.encoder(), backend.decoder(), backend.planes(), books);
  }

  /** The same with other books. */
  public Coder with(Books other) {
    return new Coder(encoder, decoder, planes, other);
  }
}
