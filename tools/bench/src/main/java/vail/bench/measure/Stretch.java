package vail.bench.measure;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import vail.block.Batch;

/** Symbols in native memory, with room for their coded form and for what is decoded from it. */
final class Stretch implements AutoCloseable {
  private static final long PAGE = 4096;
  private static final byte POISON = (byte) 0xa5;

  private final Arena arena = Arena.ofShared();
  private final Size size;
  private final int room;
  private final MemorySegment plain;
  private final MemorySegment coded;
  private final MemorySegment restored;

  /** As many of the symbols as the size says, repeated where there are too few. */
  Stretch(byte[] symbols, Size size) {
    this.size = size;
    // The bounds of all peers stay below this.
    this.room = size.block() + size.block() / 64 + 1024;
    plain = arena.allocate(size.bytes(), PAGE);
    restored = arena.allocate(size.bytes(), PAGE);
    coded = arena.allocate((long) room * size.blocks(), PAGE);
    MemorySegment from = MemorySegment.ofArray(symbols);
    for (long at = 0; at < size.bytes(); at += symbols.length) {
      long bytes = Math.min(symbols.length, size.bytes() - at);
      MemorySegment.copy(from, 0, plain, at, bytes);
    }
  }

  Size size() {
    return size;
  }

  MemorySegment plain() {
    return plain;
  }

  MemorySegment coded() {
    return coded;
  }

  MemorySegment restored() {
    return restored;
  }

  /** Asks for the first so many blocks to be coded. */
  void toEncode(Batch batch, int blocks) {
    batch.restart();
    for (int i = 0; i < blocks; i++) {
      batch.add((long) i * size.block(), size.block(), (long) i * room, room);
    }
  }

  /** Asks for the blocks that a batch has coded to be restored. */
  void toDecode(Batch encoded, Batch batch) {
    batch.restart();
    for (int i = 0; i < encoded.size(); i++) {
      batch.add((long) i * room, encoded.bytes(i), (long) i * size.block(), size.block());
    }
  }

  /** Leaves nothing behind a coded block, and nothing of what was restored before. */
  void poison(Batch encoded) {
    for (int i = 0; i < encoded.size(); i++) {
      int bytes = encoded.bytes(i);
      coded.asSlice((long) i * room + bytes, room - bytes).fill(POISON);
    }
    restored.asSlice(0, (long) encoded.size() * size.block()).fill(POISON);
  }

  /**
   * Compares.
   *
   * @throws WrongException if a block has not come back as it was
   */
  void compare(Batch decoded) {
    for (int i = 0; i < decoded.size(); i++) {
      if (decoded.bytes(i) != size.block()) {
        throw new WrongException(
            "block %d came back with %d bytes of %d".formatted(i, decoded.bytes(i), size.block()));
      }
    }
    long bytes = (long) decoded.size() * size.block();
    long at = MemorySegment.mismatch(plain, 0, bytes, restored, 0, bytes);
    if (at >= 0) {
      throw new WrongException("byte " + at + " came back changed");
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
