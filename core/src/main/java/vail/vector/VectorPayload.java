package vail.vector;

import vail.block.Flight;
import vail.block.Layout;
import vail.block.PayloadCoder;
import vail.block.ReferencePayload;
import vail.block.ScalarPayload;
import vail.block.SymbolCounter;
import vail.block.TableCache;
import vail.code.BookClass;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * The payload by vectors of 512 bits where the layout is wide and the book short and has an escape;
 * all else by {@link ScalarPayload}.
 *
 * <p>The kernels only notice that a payload is wrong; {@link ReferencePayload} then says what is
 * wrong with it and where.
 */
final class VectorPayload implements PayloadCoder {
  private final PayloadCoder scalar = new ScalarPayload();
  private final PayloadCoder reference = new ReferencePayload();
  private final TableCache<WideEncodeTable> encodeTables = new TableCache<>(WideEncodeTable::new);
  private final TableCache<WideDecodeTable> decodeTables = new TableCache<>(WideDecodeTable::new);
  private final WideEncoder encoder = new WideEncoder();
  private final DecodeLanes lanes = new DecodeLanes();

  @Override
  public boolean flies(Codebook book, Layout layout) {
    return layout.equals(Layout.WIDE) && book.bookClass() == BookClass.SHORT && book.hasEscape();
  }

  @Override
  public int encode(
      Codebook book, int bias, Layout layout, byte[] symbols, int count, byte[] out, int at) {
    return flies(book, layout)
        ? encoder.encode(encodeTables.of(book, bias), symbols, count, out, at)
        : scalar.encode(book, bias, layout, symbols, count, out, at);
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
    if (!flies(book, layout)) {
      scalar.decode(book, bias, layout, in, at, bytes, symbols, count);
      return;
    }
    lanes.start(0, decodeTables.of(book, bias), at, bytes, 0);
    if (!finish(0, in, symbols, count)) {
      reference.decode(book, bias, layout, in, at, bytes, symbols, count);
      throw new VailFormatException(
          Fault.INTERNAL, 0, "the vector decoder refused a payload that keeps the rules");
    }
  }

  @Override
  public boolean decode(Flight flight) {
    int rounds = Integer.MAX_VALUE;
    for (int k = 0; k < Flight.SIZE; k++) {
      WideDecodeTable table = decodeTables.of(flight.book(k), flight.bias(k));
      lanes.start(k, table, flight.at(k), flight.bytes(k), flight.symbolsAt(k));
      rounds = Math.min(rounds, flight.count(k) / 64);
    }
    DecodeRounds.together(lanes, flight.in(), flight.symbols(), rounds);
    lanes.advance(rounds);
    boolean sound = true;
    for (int k = 0; k < Flight.SIZE; k++) {
      sound &= finish(k, flight.in(), flight.symbols(), flight.count(k) - 64 * rounds);
    }
    return sound;
  }

  /** Decodes the symbols that are left and says whether all of the payload keeps the rules. */
  private boolean finish(int k, byte[] in, byte[] symbols, int left) {
    DecodeRounds.alone(lanes, k, in, symbols, left / 64);
    lanes.finish(k, in, symbols, left % 64);
    return lanes.sound(k);
  }

  @Override
  public SymbolCounter counter() {
    return new VectorCounter();
  }
}
