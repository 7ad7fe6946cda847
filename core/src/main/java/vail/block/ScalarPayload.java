package vail.block;

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
    int[] singles = table.singles();
    int perLane = layout.symbolsPerLane(book.bookClass());
    int stop = count - count % (perLane * layout.lanes());
    int end =
        switch (perLane) {
          case 1 -> EncodeKernels.ones(lanes, singles, symbols, stop, out, at);
          case 2 -> EncodeKernels.twos(lanes, singles, symbols, stop, out, at);
          default -> encodeFours(table, symbols, stop, out, at);
        };
    end = EncodeKernels.any(lanes, singles, perLane, symbols, stop, count, out, end);
    lanes.flush(out);
    return end - at;
  }

  private int encodeFours(EncodeTable table, byte[] symbols, int stop, byte[] out, int at) {
    if (!table.pairsPay(stop)) {
      return EncodeKernels.any(encoderLanes, table.singles(), 4, symbols, 0, stop, out, at);
    }
    if (encoderLanes.lanes() != 8) {
      return EncodePairs.rareEscapes(encoderLanes, table, symbols, stop, out, at);
    }
    return table.manyEscapes()
        ? EncodePairs.manyEscapes(encoderLanes, table, symbols, stop, out, at)
        : EncodeEight.rareEscapes(encoderLanes, table, symbols, stop, out, at);
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
    DecoderLanes lanes = decoderLanes;
    lanes.start(layout);
    int perLane = layout.symbolsPerLane(book.bookClass());
    int stop = count - count % (perLane * layout.lanes());
    int next =
        switch (perLane) {
          case 1 -> DecodeKernels.ones(lanes, table, in, at, symbols, stop);
          case 2 -> DecodeKernels.twos(lanes, table, in, at, symbols, stop);
          default -> decodeFours(table, in, at, symbols, stop);
        };
    next = DecodeKernels.any(lanes, table, perLane, in, next, symbols, stop, count);
    if (next != at + bytes || !lanes.sound(table)) {
      reference.decode(book, bias, layout, in, at, bytes, symbols, count);
      throw new VailFormatException(
          Fault.INTERNAL, 0, "the scalar decoder refused a payload that keeps the rules");
    }
  }

  private int decodeFours(DecodeTable table, byte[] in, int at, byte[] symbols, int stop) {
    if (!table.pairsPay(stop)) {
      return DecodeKernels.any(decoderLanes, table, 4, in, at, symbols, 0, stop);
    }
    return table.manyEscapes() && decoderLanes.lanes() == 8
        ? DecodePairs.manyEscapes(decoderLanes, table, in, at, symbols, stop)
        : DecodePairs.rareEscapes(decoderLanes, table, in, at, symbols, stop);
  }
}
