package vail.block;

import java.lang.foreign.MemorySegment;
import vail.code.BookSet;
import vail.fault.Fault;
import vail.fault.Limits;

/** Turns blocks back into symbols, many a call. Safe to call from several threads at once. */
public interface BlockDecoder {
  /**
   * Decodes every source of the batch; each must be exactly one block.
   *
   * <p>The result of each is the number of symbols or the first fault in the order of B-21, with
   * its position in the block; after a fault nothing of that block has been written, unless the
   * batch allows it ({@link Release#SCRATCH}). A block of more symbols than the target has room for
   * is {@link Fault#OUTPUT_TOO_SMALL}.
   *
   * @param books the books the blocks may name
   * @param limits what a block may ask for
   * @param blocks the batch's sources
   * @param symbols the batch's targets, one symbol a byte
   * @param batch places in, results out
   */
  void decode(
      BookSet books, Limits limits, MemorySegment blocks, MemorySegment symbols, Batch batch);

  /**
   * Bytes of elements whose blocks it likes to read in one call; more than for an encoder, because
   * some decoders are faster with several blocks. No result depends on it.
   */
  default int bytesAtOnce() {
    return 1 << 19;
  }

  /** The same decoder, which likes other numbers of bytes. */
  default BlockDecoder atOnce(int bytes) {
    BlockDecoder same = this;
    return new BlockDecoder() {
      @Override
      public void decode(
          BookSet books, Limits limits, MemorySegment from, MemorySegment to, Batch batch) {
        same.decode(books, limits, from, to, batch);
      }

      @Override
      public int bytesAtOnce() {
        return bytes;
      }
    };
  }
}
