package vail.block;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import vail.code.BookSet;
import vail.fault.Limits;

/** A batch of one, for people, tests and tools; the fast way is many blocks a call. */
public final class OneBlock {
  private OneBlock() {}

  /**
   * The block of some symbols.
   *
   * @throws vail.fault.VailFormatException the fault, as {@link BlockEncoder#encode} lists them
   */
  public static byte[] encode(
      BlockEncoder encoder, BookSet books, EncodePolicy policy, byte[] symbols) {
    byte[] block = new byte[BlockSize.bound(policy.order(), symbols.length)];
    Batch batch = new Batch(1);
    batch.add(0, symbols.length, 0, block.length);
    encoder.encode(
        books, policy, MemorySegment.ofArray(symbols), MemorySegment.ofArray(block), batch);
    return Arrays.copyOf(block, batch.bytes(0));
  }

  /**
   * The symbols of exactly one block.
   *
   * @throws vail.fault.VailFormatException the first fault of the block (B-21)
   */
  public static byte[] decode(BlockDecoder decoder, BookSet books, Limits limits, byte[] block) {
    byte[] symbols = new byte[limits.blockSymbols()];
    Batch batch = new Batch(1);
    batch.add(0, block.length, 0, symbols.length);
    decoder.decode(
        books, limits, MemorySegment.ofArray(block), MemorySegment.ofArray(symbols), batch);
    return Arrays.copyOf(symbols, batch.bytes(0));
  }
}
