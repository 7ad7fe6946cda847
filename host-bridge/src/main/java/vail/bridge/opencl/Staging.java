package vail.bridge.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jocl.Pointer;

/**
 * Memory of the host that a device can reach; grows and is kept. Belongs to one thread at a time.
 */
@SuppressWarnings("MustBeClosedChecker") // the arena is closed when it is outgrown, or with this
final class Staging implements AutoCloseable {
  private static final long LEAST = 4096;

  private final Cl cl;
  private Arena arena;
  private MemorySegment memory;
  private Pointer pointer;

  Staging(Cl cl) {
    this.cl = cl;
    this.arena = Arena.ofShared();
    cl.opened();
    this.memory = arena.allocate(LEAST, LEAST);
    this.pointer = Pointer.to(memory.asByteBuffer());
  }

  /** At least so many bytes; what was there before is lost if it has to grow. */
  MemorySegment atLeast(long bytes) {
    if (memory.byteSize() < bytes) {
      Arena larger = Arena.ofShared();
      memory = larger.allocate(Math.min(bytes + bytes / 4, Integer.MAX_VALUE), LEAST);
      pointer = Pointer.to(memory.asByteBuffer());
      arena.close();
      arena = larger;
    }
    return memory;
  }

  MemorySegment memory() {
    return memory;
  }

  Pointer pointer() {
    return pointer;
  }

  int word(int index) {
    return memory.getAtIndex(ValueLayout.JAVA_INT, index);
  }

  void word(int index, int value) {
    memory.setAtIndex(ValueLayout.JAVA_INT, index, value);
  }

  @Override
  public void close() {
    arena.close();
    cl.closed();
  }
}
