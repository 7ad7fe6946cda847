package vail.block;

import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * The payload by scalar kernels in plain Java.
 *
 * <p>The kernels only notice that a payload is wrong; {@link ReferencePayload} then says what is
 * wrong with it and where.
 */
public final class ScalarPayload implements PayloadCoder {
  private final PayloadCoder reference = new ReferencePayload();
  private final TableCache<EncodeTable> encodeTables = new TableCache<>(EncodeTable::new);
  private final TableCache<DecodeTable> decodeTables = new TableCache<>(DecodeTable::new);
  private final LaneEncoder laneEncoder = new LaneEncoder();
  private final LaneDecoder laneDecoder = new LaneDecoder();

  @Override
  public int encode(
      Codebook book, int bias, Layout layout, byte[] symbols, int count, byte[] out, int at) {
    Rounds rounds = new Rounds(layout, book.bookClass(), count);
    return laneEncoder.encode(
        encodeTables.of(book, bias), rounds, layout.wordBits(), symbols, out, at);
  }

  @Override
  public void decode(
      Codebook book,
      int bias,
      Layout layout,
      byte[] in,
      int at,
      int bytes,
      byte[] symbols,
      int count) {
    Rounds rounds = new Rounds(layout, book.bookClass(), count);
    DecodeTable table = decodeTables.of(book, bias);
    if (!laneDecoder.decode(table, rounds, layout.wordBits(), in, at, bytes, symbols)) {
      reference.decode(book, bias, layout, in, at, bytes, symbols, count);
      throw new VailFormatException(
          Fault.INTERNAL, 0, "the scalar decoder refused a payload that keeps the rules");
    }
  }
}
