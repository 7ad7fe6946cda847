package vail.conform.planted;

import static vail.conform.planted.RefusedException.when;

import vail.fault.Fault;

/** Payload to symbols (B-10 to B-13). */
final class PlainUnpacker {
  private final Plant plant;
  private final PlainBook book;
  private final int bias;
  private final Deal deal;
  private final byte[] bytes;
  private final long[] windows;
  private final int[] unread;
  private final int[] decoded;
  private final byte[] symbols;
  private int next;

  /**
   * Ready to decode.
   *
   * @param windows of 128 lanes, all zero
   */
  PlainUnpacker(
      Plant plant, PlainBook book, int bias, Deal deal, byte[] bytes, int count, long[] windows) {
    this.plant = plant;
    this.book = book;
    this.bias = bias;
    this.deal = deal;
    this.bytes = bytes;
    this.windows = windows;
    this.unread = new int[deal.lanes()];
    this.decoded = new int[count];
    this.symbols = new byte[count];
  }

  /** What is decoded so far. */
  byte[] symbols() {
    return symbols;
  }

  void decode() throws RefusedException {
    boolean late = plant.has(LaneBug.LITERALS_AT_END);
    for (int first = 0; first < decoded.length; first += deal.round()) {
      int last = Math.min(decoded.length, first + deal.round());
      refill(last - first);
      codes(first, last);
      if (!late) {
        literals(first, last);
      }
    }
    if (late) {
      literals(0, decoded.length);
    }
    end();
    if (plant.has(LaneBug.TAIL_MASKED) && symbols.length > 64) {
      java.util.Arrays.fill(symbols, symbols.length & ~15, symbols.length, (byte) 0);
    }
  }

  private void refill(int count) throws RefusedException {
    for (int place = 0; place < deal.lanes(); place++) {
      int lane = deal.asked(place);
      if (deal.takes(lane, count, unread[lane])) {
        long word = word();
        int at = deal.window(lane);
        windows[at] |= word << unread[lane];
        if (plant.has(LaneBug.WINDOW_OF_32_BITS)) {
          windows[at] &= 0xffff_ffffL;
        }
        unread[lane] += deal.word();
      }
    }
  }

  private long word() throws RefusedException {
    int size = deal.word() / 8;
    boolean missing = size > bytes.length - next;
    when(missing && !plant.has(LaneBug.MISSING_WORD_IS_ZERO), Fault.SYMBOL_COUNT_MISMATCH);
    long word = 0;
    for (int i = 0; i < size && next < bytes.length; i++) {
      word |= (bytes[next++] & 0xffL) << deal.shift(i);
    }
    return word;
  }

  private void codes(int first, int last) {
    for (int i = first; i < last; i++) {
      int lane = deal.lane(i - first);
      int at = deal.window(lane);
      decoded[i] = book.symbol(windows[at]);
      int length = book.length(decoded[i]);
      windows[at] >>>= length;
      unread[lane] -= length;
    }
  }

  private void literals(int first, int last) throws RefusedException {
    for (int place = first; place < last; place++) {
      int i = deal.literal(place, first, last);
      symbols[i] =
          decoded[i] == PlainBook.ESC
              ? literal(i)
              : (byte) new PlainBias(plant).undo(decoded[i], bias);
    }
  }

  private byte literal(int i) throws RefusedException {
    if (next >= bytes.length) {
      throw new RefusedException(
          plant.has(LaneBug.MISSING_LITERAL_IS_TRUNCATED)
              ? Fault.TRUNCATED
              : Fault.SYMBOL_COUNT_MISMATCH);
    }
    int literal = bytes[next++] & 0xff;
    int t =
        plant.has(LaneBug.LITERAL_CHECKED_BEFORE_BIAS)
            ? literal
            : new PlainBias(plant).apply(literal, bias);
    when(book.hasCode(t) && !plant.has(LaneBug.LITERAL_UNCHECKED), Fault.INVALID_CODEWORD);
    if (plant.has(AnswerBug.CRASH_ON_LAST_LITERAL) && i == symbols.length - 1) {
      throw new IllegalStateException("reads byte " + next + " of " + bytes.length);
    }
    return (byte) literal;
  }

  private void end() throws RefusedException {
    boolean left = next < bytes.length && !plant.has(LaneBug.LEFTOVER_UNCHECKED);
    boolean dirty = false;
    for (long window : windows) {
      dirty |= window != 0;
    }
    dirty &= !plant.has(LaneBug.PADDING_UNCHECKED);
    when(dirty && plant.has(LaneBug.PADDING_FIRST), Fault.PADDING_NONZERO);
    when(left, Fault.SYMBOL_COUNT_MISMATCH);
    when(dirty, Fault.PADDING_NONZERO);
  }
}
