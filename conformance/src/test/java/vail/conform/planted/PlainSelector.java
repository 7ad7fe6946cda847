package vail.conform.planted;

import static vail.conform.planted.RefusedException.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vail.conform.wire.Request;
import vail.conform.wire.Request.Shape;
import vail.conform.wire.Request.Slot;
import vail.fault.Fault;

/** Finds book and bias of a block, and checks what was named (B-24, B-25). */
final class PlainSelector {
  private static final int GROUP = 64;

  private final Plant plant;
  private final PlainBooks books;
  private final PlainBias biases;
  private final int previous;

  /**
   * A selector.
   *
   * @param previous the mean of the block before
   */
  PlainSelector(Plant plant, PlainBooks books, int previous) {
    this.plant = plant;
    this.books = books;
    this.biases = new PlainBias(plant);
    this.previous = previous;
  }

  /** The one that is named. */
  Pick fixed(Request.Encode named) throws RefusedException {
    PlainBook book = book(new Slot(named.slot(), named.epoch()));
    checkBias(named.bias());
    checkShape(named.layout());
    when(narrow(book, named.layout()), Fault.BAD_ARGUMENT);
    int mean = mean(named.symbols(), 1);
    return pick(book, new Slot(named.slot(), named.epoch()), named.bias(), named.layout(), mean);
  }

  /** The cheapest. */
  Pick best(Request.Best asked) throws RefusedException {
    List<Slot> slots = new ArrayList<>(asked.candidates());
    if (!plant.has(ChoiceBug.CANDIDATES_AS_LISTED)) {
      slots.sort(Comparator.comparingInt(Slot::slot).thenComparingInt(Slot::epoch));
    }
    boolean nothing = slots.isEmpty() || asked.biases().isEmpty() || asked.stride() == 0;
    when(nothing, Fault.BAD_ARGUMENT);
    for (Slot slot : slots) {
      book(slot);
    }
    for (int bias : asked.biases()) {
      checkBias(bias);
    }
    for (Slot slot : slots) {
      PlainBook book = book(slot);
      Shape layout = book.isLong() ? asked.longLayout() : asked.shortLayout();
      checkShape(layout);
      when(narrow(book, layout), Fault.BAD_ARGUMENT);
    }
    int stride = plant.has(ChoiceBug.MEAN_OF_SAMPLE) ? asked.stride() : 1;
    return cheapest(pairs(asked, slots, mean(asked.symbols(), stride)), asked);
  }

  private List<Pick> pairs(Request.Best asked, List<Slot> slots, int mean) throws RefusedException {
    List<Pick> pairs = new ArrayList<>();
    boolean swapped = plant.has(ChoiceBug.BIASES_OUTSIDE);
    for (int i = 0; i < slots.size() * asked.biases().size(); i++) {
      int candidate = swapped ? i % slots.size() : i / asked.biases().size();
      int rule = swapped ? i / slots.size() : i % asked.biases().size();
      PlainBook book = book(slots.get(candidate));
      boolean other =
          plant.has(ChoiceBug.LAYOUT_OF_THE_OTHER) && asked.shortLayout().wordBits() > 8;
      Shape layout = book.isLong() != other ? asked.longLayout() : asked.shortLayout();
      pairs.add(pick(book, slots.get(candidate), asked.biases().get(rule), layout, mean));
    }
    return pairs;
  }

  private Pick cheapest(List<Pick> pairs, Request.Best asked) {
    Pick best = pairs.getFirst();
    long fewest = Long.MAX_VALUE;
    for (Pick pair : pairs) {
      long bits = bits(pair, asked.symbols(), asked.stride());
      if (bits < fewest || bits == fewest && plant.has(ChoiceBug.LAST_OF_EQUALS)) {
        fewest = bits;
        best = pair;
      }
    }
    return best;
  }

  private long bits(Pick pair, byte[] symbols, int named) {
    int stride = plant.has(ChoiceBug.STRIDE_IGNORED) ? 1 : named;
    int group = plant.has(ChoiceBug.STRIDE_OF_SYMBOLS) ? 1 : GROUP;
    int literal = plant.has(ChoiceBug.ESCAPES_COST_NO_LITERAL) ? 0 : 8;
    long bits = 0;
    for (int i = 0; i < symbols.length; i++) {
      if (i / group % stride == 0) {
        int t = biases.apply(symbols[i] & 0xff, pair.bias());
        bits +=
            pair.book().hasCode(t)
                ? pair.book().length(t)
                : pair.book().length(PlainBook.ESC) + literal;
      }
    }
    return bits;
  }

  private Pick pick(PlainBook book, Slot slot, int rule, Shape layout, int mean) {
    int epoch = plant.has(ChoiceBug.EPOCH_OF_LAST) ? books.lastEpoch() : slot.epoch();
    int lanes = 1 << Math.min(layout.log2Lanes(), 6);
    int word =
        plant.has(ChoiceBug.WORD_BENT) && book.isLong()
            ? Math.max(16, layout.wordBits())
            : layout.wordBits();
    return new Pick(book, slot.slot(), epoch, bias(rule, book.center(), mean), lanes, word);
  }

  private int bias(int rule, int center, int mean) {
    if (rule == Request.PREVIOUS) {
      return biases.ofMean(plant.has(BiasBug.PREVIOUS_IS_OWN) ? mean : previous, center, 0);
    }
    return Request.isMean(rule)
        ? biases.ofMean(mean, center, Request.meanOffset(rule))
        : rule % 255;
  }

  /** The mean that counts, of the block at hand. */
  int mean(byte[] symbols, int stride) {
    return biases.mean(symbols, stride);
  }

  private PlainBook book(Slot slot) throws RefusedException {
    return books
        .find(slot.slot(), slot.epoch())
        .orElseThrow(() ->
            new RefusedException(slot.slot() == 255 ? Fault.BAD_ARGUMENT : Fault.CODEBOOK_UNKNOWN));
  }

  private void checkBias(int bias) throws RefusedException {
    boolean wrong = bias == 255 && !plant.has(ChoiceBug.BIAS_BENT) || bias > Request.PREVIOUS;
    when(wrong, Fault.BAD_ARGUMENT);
  }

  private void checkShape(Shape shape) throws RefusedException {
    int word = shape.wordBits();
    when(shape.log2Lanes() > 6 && !plant.has(ChoiceBug.LANES_BENT), Fault.BAD_ARGUMENT);
    when(word != 8 && word != 16 && word != 32, Fault.BAD_ARGUMENT);
  }

  private boolean narrow(PlainBook book, Shape shape) {
    return book.isLong() && shape.wordBits() == 8 && !plant.has(ChoiceBug.WORD_BENT);
  }
}
