package vail.container;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The memory of a job: elements, planes and blocks of some tiles. Grows to the largest segment that
 * came by; belongs to the arena of the operation.
 */
final class Buffers {
  private final Arena arena;
  private MemorySegment elements = MemorySegment.NULL;
  private MemorySegment planes = MemorySegment.NULL;
  private MemorySegment blocks = MemorySegment.NULL;

  Buffers(Arena arena) {
    this.arena = arena;
  }

  /** Makes room for so many full tiles of a segment. */
  void fit(Segment segment, int tiles) {
    long symbols = (long) tiles * segment.tileSymbols() * segment.split().planes();
    elements = grown(elements, (long) tiles * segment.tileBytes());
    planes = grown(planes, symbols);
    blocks = grown(blocks, (long) tiles * ChunkSize.tileBound(segment));
  }

  /** Room is asked for in few sizes, so that little is given up when a job outgrows its memory. */
  private MemorySegment grown(MemorySegment memory, long bytes) {
    return memory.byteSize() >= bytes
        ? memory
        : arena.allocate(Math.max(Long.highestOneBit(bytes - 1) << 1, 4096), 64);
  }

  MemorySegment elements() {
    return elements;
  }

  MemorySegment planes() {
    return planes;
  }

  MemorySegment blocks() {
    return blocks;
  }
}
