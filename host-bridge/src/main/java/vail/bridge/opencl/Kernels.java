package vail.bridge.opencl;

import org.jocl.cl_mem;
import vail.block.Release;

/** The kernels of a family, put into a queue in the order of the work. Belongs to one thread. */
interface Kernels {
  /** Encodes the blocks of a launch as a policy says, in these layouts. */
  void encode(Launch launch, cl_mem policy, Layouts layouts);

  /** Decodes the blocks of a launch, which have these layouts. */
  void decode(Launch launch, int mostSymbols, Layouts layouts, Release release);
}
