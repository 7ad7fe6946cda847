package vail.block;

import vail.code.BookClass;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * The payload by scalar kernels in plain Java: every layout, and fast where words have 32 bits.
 *
 * <p>The kernels only notice that a payload is wrong; {@link ReferencePayload} then says what is
 * wrong with it and where.
 */
public final class ScalarPayload implements PayloadCoder {
  private final PayloadCoder reference = new ReferencePayload();
  private final TableCache<EncodeTable> encodeTables = new TableCache<>(EncodeTable::new);
  private final TableCache<DecodeTable> decodeTables = new TableCache<>(DecodeTable::new);
  private final EncoderLanes encoderLanes = new EncoderLanes();
  private final DecoderLanes decoderLanes = new DecoderLanes();

  @Override
  public int encode(
      Codebook book, int bias, Layout layout, byte[] symbols, int count, byte[] out, int at) {
    EncodeTable table = encodeTables.of(book, bias);
    EncoderLanes lanes = encoderLanes;
    lanes.start(layout, at + MAX_PAYLOAD);
    int stop = 0;
    int end = at;
    if (codesPairs(book, layout) && table.pairsPay(count)) {
      stop = fullRounds(book, layout, count);
      end =
          table.manyEscapes() && layout.lanes() <= 8
              ? EncodeKernels.manyEscapes(lanes, table, symbols, stop, out, at)
              : EncodeKernels.rareEscapes(lanes, table, symbols, stop, out, at);
    }
    int perLane = layout.symbolsPerLane(book.bookClass());
    end = EncodeKernels.any(lanes, table.singles(), perLane, symbols, stop, count, out, end);
    lanes.flush(out);
    return end - at;
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
    DecodeTable table = decodeTables.of(book, bias);
    decoderLanes.start(layout);
    int end = decode(table, book, layout, in, at, symbols, count);
    if (end != at + bytes || !decoderLanes.sound(table)) {
      reference.decode(book, bias, layout, in, at, bytes, symbols, count);
      throw new VailFormatException(
          Fault.INTERNAL, 0, "the scalar decoder refused a payload that keeps the rules");
    }
  }

  private int decode(
      DecodeTable table,
      Codebook book,
      Layout layout,
      byte[] in,
      int at,
      byte[] symbols,
      int count) {
    DecoderLanes lanes = decoderLanes;
    int stop = 0;
    int next = at;
    if (codesPairs(book, layout) && table.pairsPay(count)) {
      stop = fullRounds(book, layout, count);
      next =
          table.manyEscapes() && layout.lanes() >= 2
              ? DecodeKernels.manyEscapes(lanes, table, in, at, symbols, stop)
              : DecodeKernels.rareEscapes(lanes, table, in, at, symbols, stop);
    }
    int perLane = layout.symbolsPerLane(book.bookClass());
    return DecodeKernels.any(lanes, table, perLane, in, next, symbols, stop, count);
  }

  private static boolean codesPairs(Codebook book, Layout layout) {
    return layout.wordBits() == 32 && book.bookClass() == BookClass.SHORT;
  }

  private static int fullRounds(Codebook book, Layout layout, int count) {
    return count - count % layout.symbolsPerRound(book.bookClass());
  }
}
