package vail.bridge.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Pages as any others. */
@SuppressWarnings("MustBeClosedChecker") // closed when it is outgrown, or with this
final class PlainMemory extends Staging {
  private static final long PAGE = 4096;

  private final Cl cl;
  private Optional<Arena> arena = Optional.empty();

  PlainMemory(Cl cl) {
    this.cl = cl;
  }

  @Override
  MemorySegment allocate(long bytes) {
    Arena fresh = Arena.ofShared();
    arena = Optional.of(fresh);
    cl.opened();
    return fresh.allocate(bytes, PAGE);
  }

  @Override
  void free() {
    arena.ifPresent(old -> {
      old.close();
      cl.closed();
    });
    arena = Optional.empty();
  }
}
