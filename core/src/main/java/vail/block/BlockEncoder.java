package vail.block;

import java.lang.foreign.MemorySegment;
import vail.code.BookSet;
import vail.fault.Fault;

/** Turns symbols into blocks, many a call. Safe to call from several threads at once. */
public interface BlockEncoder {
  /**
   * Encodes every source of the batch, one block each.
   *
   * <p>The result of each is the block's bytes or a fault: {@link Fault#BAD_ARGUMENT} (no symbols,
   * more than 65,536, more than 16,384 streamed, or a layout illegal for the book), {@link
   * Fault#CODEBOOK_UNKNOWN}, {@link Fault#OUTPUT_TOO_SMALL} or {@link Fault#UNSUPPORTED_FEATURE};
   * after a fault nothing of that block has been written.
   *
   * @param books the books the policy may name
   * @param policy decides the bytes
   * @param symbols the batch's sources, one symbol a byte
   * @param blocks the batch's targets; {@link BlockSize#bound} bytes of room are always enough
   * @param batch places in, results out
   */
  void encode(
      BookSet books, EncodePolicy policy, MemorySegment symbols, MemorySegment blocks, Batch batch);

  /**
   * Bytes of elements whose blocks it likes to make in one call: many for a device that is far, few
   * for a processor with caches. No result depends on it.
   */
  default int bytesAtOnce() {
    return 1 << 17;
  }

  /** The same encoder, which likes other numbers of bytes. */
  default BlockEncoder atOnce(int bytes) {
    BlockEncoder same = this;
    return new BlockEncoder() {
      @Override
      public void encode(
          BookSet books, EncodePolicy policy, MemorySegment from, MemorySegment to, Batch batch) {
        same.encode(books, policy, from, to, batch);
      }

      @Override
      public int bytesAtOnce() {
        return bytes;
      }
    };
  }
}
