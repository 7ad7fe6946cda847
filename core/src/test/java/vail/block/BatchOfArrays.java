package vail.block;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import vail.code.BookSet;

/** Several arrays encoded in one call, as a caller with one big segment would. */
final class BatchOfArrays {
  private final byte[] blocks;
  private final Batch batch;

  private BatchOfArrays(byte[] blocks, Batch batch) {
    this.blocks = blocks;
    this.batch = batch;
  }

  static BatchOfArrays encode(
      BlockEncoder encoder, BookSet books, EncodePolicy policy, List<byte[]> sources) {
    int total = sources.stream().mapToInt(source -> source.length).sum();
    byte[] symbols = new byte[total];
    Batch batch = new Batch(sources.size());
    int from = 0;
    int to = 0;
    for (byte[] source : sources) {
      System.arraycopy(source, 0, symbols, from, source.length);
      int room = BlockSize.bound(policy.order(), source.length);
      batch.add(from, source.length, to, room);
      from += source.length;
      to += room;
    }
    byte[] blocks = new byte[to];
    encoder.encode(
        books, policy, MemorySegment.ofArray(symbols), MemorySegment.ofArray(blocks), batch);
    return new BatchOfArrays(blocks, batch);
  }

  Batch batch() {
    return batch;
  }

  byte[] result(int i) {
    int at = (int) batch.targetAt(i);
    return Arrays.copyOfRange(blocks, at, at + batch.bytes(i));
  }
}
