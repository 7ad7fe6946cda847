package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import org.jocl.cl_mem;

/** How the bytes of blocks get to a device and back. Belongs to one thread at a time. */
sealed interface Carrier extends AutoCloseable permits SharedMemory, OwnMemory {
  /** How targets lie that are in such memory of the caller's. */
  Side.Way targetWay(MemorySegment target);

  /** The buffer that holds these bytes, which are the host's and not on the heap. */
  cl_mem source(MemorySegment from);

  /** The buffer that results go to; they then come to these bytes. */
  cl_mem target(MemorySegment to);

  /** Waits until the first bytes of the results have come. */
  void fetch(long bytes);

  /** Lets go what belongs to one launch. */
  void end();

  @Override
  void close();
}
