package vail.bridge.opencl;

import org.jocl.cl_mem;
import vail.block.Release;

/** The kernels of a family, put into a queue in the order of the work. Belongs to one thread. */
interface Kernels {
  /** Encodes the blocks of a launch as a policy says, which allows so many lanes. */
  void encode(Launch launch, cl_mem policy, int mostLanes);

  /** Decodes the blocks of a launch. */
  void decode(Launch launch, int mostSymbols, int mostLanes, Release release);
}
