package vail.backend;

import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.tensor.PlaneKernels;

/** One implementation of the format. Whoever opens it closes it. */
public interface Backend extends AutoCloseable {
  /** The name users type, e.g. {@code java-scalar}. */
  String name();

  /** Version or build of the implementation, for people. */
  String version();

  /** What it claims to support. */
  Capabilities capabilities();

  /** The encoder; valid until {@link #close}. */
  BlockEncoder encoder();

  /** The decoder; valid until {@link #close}. */
  BlockDecoder decoder();

  /** What takes tensors apart for it; valid until {@link #close}. */
  default PlaneKernels planes() {
    return PlaneKernels.JAVA;
  }

  @Override
  void close();
}
