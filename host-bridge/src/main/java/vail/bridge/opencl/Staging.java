package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import org.jocl.Pointer;

/** Memory of the host that a device copies; grows and is kept. Belongs to one call at a time. */
abstract sealed class Staging implements AutoCloseable permits PlainMemory, PinnedMemory {
  private static final long LEAST = 4096;

  private MemorySegment memory = MemorySegment.NULL;
  private Pointer pointer = new Pointer();

  /** Gets memory of so many bytes. */
  abstract MemorySegment allocate(long bytes);

  /** Gives it back, if there is any. */
  abstract void free();

  /** At least so many bytes; what was there before is lost if it has to grow. */
  final MemorySegment atLeast(long bytes) {
    if (memory.byteSize() < Math.max(bytes, 1)) {
      close();
      memory = allocate(Math.clamp(bytes + bytes / 4, LEAST, Integer.MAX_VALUE));
      pointer = Pointer.to(memory.asByteBuffer());
    }
    return memory;
  }

  final MemorySegment memory() {
    return memory;
  }

  final Pointer pointer() {
    return pointer;
  }

  @Override
  public final void close() {
    memory = MemorySegment.NULL;
    free();
  }
}
