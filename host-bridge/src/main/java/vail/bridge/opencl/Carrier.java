package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import org.jocl.cl_mem;

/** How the bytes of blocks get to a device and back. Belongs to one portion at a time. */
sealed interface Carrier extends AutoCloseable permits SharedMemory, OwnMemory {
  /** Memory for blocks that are packed. */
  Staging staging();

  /** How blocks lie that are in such memory of the caller's. */
  Side.Way way(MemorySegment callers);

  /** The buffer that holds these bytes, which are the host's and not on the heap. */
  cl_mem source(MemorySegment from);

  /** The buffer that results go to; they then come to these bytes. */
  cl_mem target(MemorySegment to);

  /** Lets the first bytes of the results come; they are there once the queue is finished. */
  void fetch(long bytes);

  /** Lets go what belongs to one portion. */
  void end();

  @Override
  void close();
}
