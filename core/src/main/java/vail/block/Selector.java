package vail.block;

import java.util.List;
import vail.code.BiasTransform;
import vail.code.BookSet;

/**
 * Settles on a book and a bias for each block of a call (B-24, B-25). The candidates are looked up
 * once a call; {@link #select} allocates nothing. Belongs to one thread.
 */
final class Selector {
  private final List<Choice> choices;
  private final List<Bias> biases;
  private final int stride;
  private final boolean needsMean;
  private final boolean needsStream;
  private final SymbolCounter counter;
  private int mean;
  private Choice choice;
  private int bias;

  private Selector(List<Choice> choices, List<Bias> biases, int stride, SymbolCounter counter) {
    this.counter = counter;
    this.choices = choices;
    this.biases = biases;
    this.stride = stride;
    this.choice = choices.getFirst();
    this.needsStream = biases.stream().anyMatch(Bias.Previous.class::isInstance);
    this.needsMean = needsStream || biases.stream().anyMatch(Bias.Mean.class::isInstance);
  }

  static Selector of(BookSet books, Selection.Fixed fixed, SymbolCounter counter) {
    return new Selector(Choice.all(books, fixed), List.of(fixed.bias()), 1, counter);
  }

  static Selector of(BookSet books, Selection.Best best, SymbolCounter counter) {
    return new Selector(Choice.all(books, best), best.biases(), best.stride(), counter);
  }

  /** Settles on the first of the cheapest pairs, candidates outside, biases inside. */
  void select(byte[] symbols, int count, Batch batch) {
    mean = needsMean ? counter.mean(symbols, count) : 0;
    int streamMean = batch.streamMean();
    if (choices.size() == 1 && biases.size() == 1) {
      settle(0, biasOf(0, 0, streamMean));
    } else {
      cheapest(symbols, count, streamMean);
    }
  }

  /** B-07: the block that was selected for last is on the stream now. */
  void sent(Batch batch) {
    if (needsStream) {
      batch.streamMean(mean);
    }
  }

  Choice choice() {
    return choice;
  }

  int bias() {
    return bias;
  }

  private void settle(int candidate, int settledBias) {
    choice = choices.get(candidate);
    bias = settledBias;
  }

  private int biasOf(int candidate, int rule, int streamMean) {
    int center = choices.get(candidate).book().center();
    return switch (biases.get(rule)) {
      case Bias.Absolute absolute -> absolute.value();
      case Bias.Mean shifted ->
          BiasTransform.shifted(BiasTransform.bias(mean, center), shifted.offset());
      case Bias.Previous previous -> BiasTransform.bias(streamMean, center);
    };
  }

  private void cheapest(byte[] symbols, int count, int streamMean) {
    counter.sample(symbols, count, stride);
    long fewest = Long.MAX_VALUE;
    for (int candidate = 0; candidate < choices.size(); candidate++) {
      for (int rule = 0; rule < biases.size(); rule++) {
        int tried = biasOf(candidate, rule, streamMean);
        long bits = counter.bits(choices.get(candidate).book(), tried);
        if (bits < fewest) {
          fewest = bits;
          settle(candidate, tried);
        }
      }
    }
  }
}
