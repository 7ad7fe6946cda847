package vail.container;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import java.util.TreeSet;
import vail.block.BlockHeader;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.code.BookId;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** Looks through the body of a TILE frame without decoding it (V-17). Used again and again. */
final class TileBody {
  /** Bytes of the smallest block (V-07). */
  static final int LEAST = BlockSize.FRAME + 1;

  static final int RAW_SLOT = 0;
  static final int CONSTANT_SLOT = 255;

  private final Limits limits;
  private final BlockHeader[] blocks = new BlockHeader[8];
  private final Set<BookId> books = new TreeSet<>();
  private int planes;

  TileBody(Limits limits) {
    this.limits = limits;
  }

  /**
   * Finds the blocks of a body.
   *
   * @param body exactly the body
   * @param bodyAt its first byte in the file, from which offsets of faults count
   */
  void read(Segment segment, MemorySegment body, long bodyAt) {
    planes = segment.split().planes();
    books.clear();
    long at = 0;
    for (int plane = 0; plane < planes; plane++) {
      try {
        blocks[plane] = BlockHeader.parse(body.asSlice(at), limits);
        check(segment, plane);
      } catch (VailFormatException e) {
        throw e.within(bodyAt + at);
      }
      blocks[plane].book().ifPresent(books::add);
      at += blocks[plane].blockBytes();
    }
    if (at != body.byteSize()) {
      throw new VailFormatException(
          Fault.TRAILING_DATA, bodyAt + at, "bytes after the last block of a tile");
    }
  }

  private void check(Segment segment, int plane) {
    BlockHeader block = blocks[plane];
    if (block.order() != BlockOrder.STORED) {
      throw new VailFormatException(Fault.BAD_FIELD, 2, "a streamed block in a container");
    }
    int symbols = block.symbols();
    if (symbols > segment.tileSymbols()
        || symbols % segment.split().groupSymbols() != 0
        || symbols != blocks[0].symbols()) {
      throw new VailFormatException(
          Fault.BAD_FIELD, 4, "a block of " + symbols + " symbols does not fit its tile");
    }
  }

  /** Symbols of each plane. */
  int symbols() {
    return blocks[0].symbols();
  }

  /** The header of a plane's block. */
  BlockHeader block(int plane) {
    return blocks[plane];
  }

  int blockBytes(int plane) {
    return blocks[plane].blockBytes();
  }

  /** The books the blocks name. */
  Set<BookId> books() {
    return books;
  }

  /** Tells a directory which books the blocks use. */
  void countInto(DirectoryBuilder directory) {
    for (int plane = 0; plane < planes; plane++) {
      switch (blocks[plane].kind()) {
        case RAW -> directory.block(RAW_SLOT, 0);
        case CONSTANT -> directory.block(CONSTANT_SLOT, 0);
        case CODED -> {
          BookId id = blocks[plane].book().orElseThrow();
          directory.block(id.slot(), id.epoch());
        }
      }
    }
  }
}
