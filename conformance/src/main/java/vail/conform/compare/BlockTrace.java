package vail.conform.compare;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vail.block.BlockHeader;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.Layout;
import vail.code.BiasTransform;
import vail.code.BookSet;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/**
 * What every payload byte of a right coded block is: a word of a lane, or a literal (B-09 to B-11).
 */
final class BlockTrace {
  private final List<Place> places = new ArrayList<>();
  private final List<Code> codes = new ArrayList<>();
  private final int payloadAt;
  private final Layout layout;

  /** A payload byte: bits of a lane from {@code bit} on, or the literal of a symbol. */
  sealed interface Place {
    /** Eight bits of a lane. */
    record Word(int lane, int bit) implements Place {}

    /** The literal after an escape. */
    record Literal(int symbol) implements Place {}
  }

  /** A code: whose, in which round and lane, from which bit of the lane on, first bit first. */
  record Code(int symbol, int round, int lane, int bit, String bits, boolean escape) {}

  private BlockTrace(int payloadAt, Layout layout) {
    this.payloadAt = payloadAt;
    this.layout = layout;
  }

  /** The trace of a block; empty if it is not coded, or no block at all. */
  static Optional<BlockTrace> of(byte[] block, BookSet books, byte[] symbols) {
    try {
      BlockHeader header = BlockHeader.parse(MemorySegment.ofArray(block), Limits.DEFAULT);
      if (header.kind() != BlockHeader.Kind.CODED || header.symbols() != symbols.length) {
        return Optional.empty();
      }
      int at = header.order() == BlockOrder.STREAMED ? BlockSize.HEAD : BlockSize.FRAME;
      BlockTrace trace = new BlockTrace(at, header.layout().orElseThrow());
      Codebook book = books.book(header.book().orElseThrow());
      if (!trace.layout.legalFor(book.bookClass())) {
        return Optional.empty();
      }
      trace.walk(book, header.bias(), symbols);
      return Optional.of(trace);
    } catch (VailFormatException e) {
      return Optional.empty();
    }
  }

  private void walk(Codebook book, int bias, byte[] symbols) {
    int lanes = layout.lanes();
    int perLane = layout.symbolsPerLane(book.bookClass());
    int[] taken = new int[lanes];
    int[] used = new int[lanes];
    for (int first = 0, round = 0; first < symbols.length; first += lanes * perLane, round++) {
      int last = Math.min(symbols.length, first + lanes * perLane);
      for (int lane = 0; first + lane * perLane < last; lane++) {
        if (taken[lane] - used[lane] < layout.wordBits()) {
          takeWord(lane, taken);
        }
        int end = Math.min(last, first + (lane + 1) * perLane);
        for (int i = first + lane * perLane; i < end; i++) {
          Code code =
              code(book, BiasTransform.apply(symbols[i] & 0xff, bias), i, round, lane, used);
          codes.add(code);
          used[lane] += code.bits().length();
        }
      }
      literals(first, last);
    }
  }

  private void takeWord(int lane, int[] taken) {
    for (int bit = 0; bit < layout.wordBits(); bit += 8) {
      places.add(new Place.Word(lane, taken[lane] + bit));
    }
    taken[lane] += layout.wordBits();
  }

  private static Code code(Codebook book, int t, int i, int round, int lane, int[] used) {
    boolean escape = !book.hasCode(t);
    int coded = escape ? CodeLengths.ESC : t;
    StringBuilder bits = new StringBuilder();
    for (int bit = 0; bit < book.length(coded); bit++) {
      bits.append(book.code(coded) >>> bit & 1);
    }
    return new Code(i, round, lane, used[lane], bits.toString(), escape);
  }

  private void literals(int first, int last) {
    for (int i = first; i < last; i++) {
      if (codes.get(i).escape()) {
        places.add(new Place.Literal(i));
      }
    }
  }

  /** What a byte of the block is; empty outside of the payload. */
  Optional<Place> place(int at) {
    boolean within = at >= payloadAt && at - payloadAt < places.size();
    return within ? Optional.of(places.get(at - payloadAt)) : Optional.empty();
  }

  /** The code of a symbol; symbols are numbered as in the block. */
  Code code(int symbol) {
    return codes.get(symbol);
  }

  /** The codes of a lane that touch some of its bits. */
  List<Code> codes(int lane, int fromBit, int toBit) {
    return codes.stream()
        .filter(code -> code.lane() == lane)
        .filter(code -> code.bit() < toBit && code.bit() + code.bits().length() > fromBit)
        .toList();
  }

  /** Bits of a lane in another block that lies the same way; a dot where it has no such byte. */
  String bits(byte[] block, int lane, int fromBit, int toBit) {
    StringBuilder bits = new StringBuilder();
    for (int bit = fromBit; bit < toBit; bit++) {
      int at = payloadAt + places.indexOf(new Place.Word(lane, bit & ~7));
      bits.append(at < payloadAt || at >= block.length ? "." : block[at] >>> (bit & 7) & 1);
    }
    return bits.toString();
  }
}
