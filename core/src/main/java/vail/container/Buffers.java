package vail.container;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The memory of a job: elements and blocks of some tiles, and planes of a few of them. Grows to the
 * largest segment that came by; belongs to the arena of the operation.
 */
final class Buffers {
  private final Arena arena;
  private final int near;
  private MemorySegment elements = MemorySegment.NULL;
  private MemorySegment planes = MemorySegment.NULL;
  private MemorySegment blocks = MemorySegment.NULL;

  /** Of jobs that have planes of {@code near} bytes of the original at a time, or of one tile. */
  Buffers(Arena arena, int near) {
    this.arena = arena;
    this.near = near;
  }

  /** Makes room for so many full tiles of a segment. */
  void fit(Segment segment, int tiles) {
    long inPlanes = Math.min(tiles, ChunkSize.nearTiles(segment, near));
    long symbols = inPlanes * segment.tileSymbols() * segment.split().planes();
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
