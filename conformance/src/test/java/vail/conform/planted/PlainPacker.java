package vail.conform.planted;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;

/** Symbols to payload, as section 8 of the specification has it (B-14). */
final class PlainPacker {
  private final Plant plant;
  private final PlainBook book;
  private final Deal deal;
  private final byte[] symbols;
  private final int[] seen;
  private final BitSet[] bits;
  private final int[] written;
  private final int[] taken;
  private final int[] unread;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PlainPacker(Plant plant, PlainBook book, int bias, Deal deal, byte[] symbols) {
    this.plant = plant;
    this.book = book;
    this.deal = deal;
    this.symbols = symbols;
    this.seen = new int[symbols.length];
    this.bits = new BitSet[deal.lanes()];
    this.written = new int[deal.lanes()];
    this.taken = new int[deal.lanes()];
    this.unread = new int[deal.lanes()];
    PlainBias transform = new PlainBias(plant);
    for (int i = 0; i < symbols.length; i++) {
      int t = transform.apply(symbols[i] & 0xff, bias);
      seen[i] = book.hasCode(t) ? t : PlainBook.ESC;
    }
  }

  byte[] encode() {
    lanes();
    boolean late = plant.has(LaneBug.LITERALS_AT_END);
    for (int first = 0; first < symbols.length; first += deal.round()) {
      int last = Math.min(symbols.length, first + deal.round());
      words(last - first);
      for (int i = first; i < last; i++) {
        unread[deal.lane(i - first)] -= book.length(seen[i]);
      }
      if (!late) {
        literals(first, last);
      }
    }
    if (late) {
      literals(0, symbols.length);
    }
    return out.toByteArray();
  }

  /** The bits of each lane. */
  private void lanes() {
    for (int lane = 0; lane < bits.length; lane++) {
      bits[lane] = new BitSet();
    }
    for (int i = 0; i < symbols.length; i++) {
      int lane = deal.lane(i % deal.round());
      int code = book.code(seen[i]);
      int length = book.length(seen[i]);
      for (int bit = 0; bit < length; bit++) {
        bits[lane].set(written[lane] + bit, (code >> bit & 1) != 0);
      }
      written[lane] += length;
    }
  }

  private void words(int count) {
    for (int place = 0; place < deal.lanes(); place++) {
      int lane = deal.asked(place);
      if (deal.takes(lane, count, unread[lane])) {
        boolean spared =
            plant.has(LaneBug.NO_WORD_OF_ZEROS) && taken[lane] >= written[lane] && taken[lane] > 0;
        if (!spared) {
          word(lane);
        }
        taken[lane] += deal.word();
        unread[lane] += deal.word();
      }
    }
  }

  private void word(int lane) {
    long word = 0;
    for (int bit = 0; bit < deal.word(); bit++) {
      int at = taken[lane] + bit;
      boolean one = at < written[lane] ? bits[lane].get(at) : plant.has(LaneBug.PADDING_ONES);
      word |= one ? 1L << bit : 0;
    }
    for (int i = 0; i < deal.word() / 8; i++) {
      out.write((int) (word >> deal.shift(i)));
    }
  }

  private void literals(int first, int last) {
    for (int place = first; place < last; place++) {
      int i = deal.literal(place, first, last);
      if (seen[i] == PlainBook.ESC) {
        out.write(symbols[i]);
      }
    }
  }
}
