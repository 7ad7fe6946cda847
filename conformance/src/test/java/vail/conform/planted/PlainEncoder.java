package vail.conform.planted;

import static vail.conform.planted.RefusedException.when;

import java.util.List;
import vail.conform.wire.Request;
import vail.fault.Fault;

/** Encodes one block after the other, as section 8 of the specification has it. */
final class PlainEncoder {
  private static final int NONE = -1;
  private static final int MOST = 65_536;
  private static final int MOST_STREAMED = 16_384;

  private final Plant plant;
  private final PlainBooks books;
  private int previous = NONE;

  PlainEncoder(Plant plant, PlainBooks books) {
    this.plant = plant;
    this.books = books;
  }

  /** A new stream of blocks. */
  void restart() {
    if (!plant.has(BiasBug.PREVIOUS_OVER_RESET)) {
      previous = NONE;
    }
  }

  private interface Selecting {
    Pick pick(PlainSelector selector) throws RefusedException;
  }

  /** What all requests to encode have. */
  @SuppressWarnings("ArrayRecordComponent") // seen by nobody else
  private record Order(byte[] symbols, int flags, List<Integer> biases, boolean raw, int room) {
    boolean streamed() {
      return (flags & Request.STREAMED) != 0;
    }
  }

  byte[] encode(Request.Encode asked, int room) throws RefusedException {
    boolean raw = asked.slot() == Request.RAW;
    List<Integer> biases = raw ? List.of() : List.of(asked.bias());
    Order order = new Order(asked.symbols(), asked.flags(), biases, raw, room);
    return encode(order, selector -> selector.fixed(asked));
  }

  byte[] best(Request.Best asked) throws RefusedException {
    Order order =
        new Order(asked.symbols(), asked.flags(), asked.biases(), false, Integer.MAX_VALUE);
    return encode(order, selector -> selector.best(asked));
  }

  private byte[] encode(Order order, Selecting selecting) throws RefusedException {
    byte[] symbols = order.symbols;
    if (plant.has(ChoiceBug.COUNT_BEFORE_BOOK)) {
      checkCount(order);
    }
    if (plant.has(ChoiceBug.CONSTANT_BEFORE_CHECKS) && constant(order)) {
      return new PlainFrame(plant, order.streamed(), symbols.length).constant(symbols[0]);
    }
    PlainSelector selector = new PlainSelector(plant, books, previous);
    PlainFrame frame = new PlainFrame(plant, order.streamed(), symbols.length);
    byte[] block;
    if (order.raw) {
      checkCount(order);
      block = constant(order) ? frame.constant(symbols[0]) : frame.raw(symbols);
    } else {
      Pick pick = selecting.pick(selector);
      checkCount(order);
      block = constant(order) ? frame.constant(symbols[0]) : coded(order, pick, frame);
    }
    if (symbols.length == 0) {
      return new byte[0];
    }
    when(block.length > order.room, Fault.OUTPUT_TOO_SMALL);
    sent(order, selector, block[0] == -1);
    return block;
  }

  private void sent(Order order, PlainSelector selector, boolean constant) {
    int mean = selector.mean(order.symbols, 1);
    boolean kept =
        constant && plant.has(BiasBug.PREVIOUS_WITHOUT_CONSTANT)
            || mean == NONE && plant.has(BiasBug.PREVIOUS_OVER_ZEROS);
    if (order.biases.contains(Request.PREVIOUS) && !kept) {
      previous = mean;
    }
  }

  private void checkCount(Order order) throws RefusedException {
    int count = order.symbols.length;
    int most = order.streamed() && !plant.has(ChoiceBug.STREAMED_UNBOUNDED) ? MOST_STREAMED : MOST;
    when(count == 0 && !plant.has(ChoiceBug.NOTHING_IS_A_BLOCK), Fault.BAD_ARGUMENT);
    when(count > most, Fault.BAD_ARGUMENT);
  }

  private boolean constant(Order order) {
    boolean on = (order.flags & Request.CONSTANT) != 0 || plant.has(ChoiceBug.CONSTANT_ALWAYS);
    boolean barred = order.streamed() && plant.has(ChoiceBug.CONSTANT_STORED_ONLY);
    int least = plant.has(ChoiceBug.CONSTANT_OF_ONE) ? 1 : 2;
    int count = order.symbols.length;
    return on && !barred && count >= least && same(order.symbols);
  }

  private boolean same(byte[] symbols) {
    int compared = symbols.length - (plant.has(ChoiceBug.CONSTANT_BUT_THE_LAST) ? 1 : 0);
    for (int i = 1; i < compared; i++) {
      if (symbols[i] != symbols[0]) {
        return false;
      }
    }
    return true;
  }

  private byte[] coded(Order order, Pick pick, PlainFrame frame) {
    Deal deal = Deal.of(plant, pick.book(), pick.lanes(), pick.word());
    byte[] payload = new PlainPacker(plant, pick.book(), pick.bias(), deal, order.symbols).encode();
    boolean stored = !order.streamed() || plant.has(ChoiceBug.STREAMED_FALLS_BACK);
    int more = plant.has(ChoiceBug.RAW_IF_LARGER) ? 1 : 0;
    boolean large = payload.length >= order.symbols.length + more;
    return stored && large && !plant.has(ChoiceBug.RAW_NEVER)
        ? frame.raw(order.symbols)
        : frame.coded(pick, payload);
  }
}
