package vail.conform.generate;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import vail.block.Layout;
import vail.code.BiasTransform;
import vail.code.CodeLengths;
import vail.code.Codebook;

/**
 * Writes payloads as section 8 of the bitstream says, remembers what lies where, and can be made to
 * write a literal where a code is due. A second hand beside the codec, so that faults are put where
 * they are meant to be.
 */
final class PayloadForge {
  private final Codebook book;
  private final Layout layout;
  private final int bias;
  private final byte[] symbols;
  private final Set<Integer> forced;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> padding = new ArrayList<>();
  private final List<Integer> literals = new ArrayList<>();

  /**
   * A payload and its anatomy.
   *
   * @param bytes the payload
   * @param padding bits that must be zero, counted from the first bit of the payload
   * @param literals bytes that are literals
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes that nobody changes
  record Payload(byte[] bytes, List<Integer> padding, List<Integer> literals) {}

  private PayloadForge(
      Codebook book, Layout layout, int bias, byte[] symbols, Set<Integer> forced) {
    this.book = book;
    this.layout = layout;
    this.bias = bias;
    this.symbols = symbols;
    this.forced = forced;
  }

  /**
   * The payload of some symbols.
   *
   * @param forced places of symbols that come as literals even if they have a code
   */
  static Payload of(Codebook book, Layout layout, int bias, byte[] symbols, Set<Integer> forced) {
    return new PayloadForge(book, layout, bias, symbols, forced).write();
  }

  private Payload write() {
    int steps = layout.symbolsPerLane(book.bookClass());
    int round = layout.symbolsPerRound(book.bookClass());
    BitSet[] bits = new BitSet[layout.lanes()];
    int[] ends = new int[layout.lanes()];
    fillLanes(bits, ends, steps, round);
    int[] taken = new int[layout.lanes()];
    int[] unread = new int[layout.lanes()];
    for (int first = 0; first < symbols.length; first += round) {
      int last = Math.min(symbols.length, first + round);
      for (int lane = 0; lane < layout.lanes(); lane++) {
        if (first + lane * steps < last && unread[lane] < layout.wordBits()) {
          word(bits[lane], taken[lane], ends[lane]);
          taken[lane] += layout.wordBits();
          unread[lane] += layout.wordBits();
        }
      }
      for (int i = first; i < last; i++) {
        unread[(i - first) / steps] -= book.length(code(i));
      }
      literals(first, last);
    }
    return new Payload(out.toByteArray(), List.copyOf(padding), List.copyOf(literals));
  }

  private void fillLanes(BitSet[] bits, int[] ends, int steps, int round) {
    for (int lane = 0; lane < bits.length; lane++) {
      bits[lane] = new BitSet();
    }
    for (int i = 0; i < symbols.length; i++) {
      int lane = i % round / steps;
      for (int bit = 0; bit < book.length(code(i)); bit++) {
        bits[lane].set(ends[lane]++, (book.code(code(i)) >>> bit & 1) == 1);
      }
    }
  }

  /** The code of a place: that of its symbol, or ESC. */
  private int code(int i) {
    int t = BiasTransform.apply(symbols[i] & 0xff, bias);
    return book.hasCode(t) && !forced.contains(i) ? t : CodeLengths.ESC;
  }

  private void word(BitSet lane, int from, int end) {
    for (int at = 0; at < layout.wordBits(); at += 8) {
      int value = 0;
      for (int bit = 0; bit < 8; bit++) {
        value |= lane.get(from + at + bit) ? 1 << bit : 0;
        if (from + at + bit >= end) {
          padding.add(8 * out.size() + bit);
        }
      }
      out.write(value);
    }
  }

  private void literals(int first, int last) {
    for (int i = first; i < last; i++) {
      if (code(i) == CodeLengths.ESC) {
        literals.add(out.size());
        out.write(symbols[i]);
      }
    }
  }
}
