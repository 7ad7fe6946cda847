package vail.bridge.opencl;

import java.util.List;
import vail.block.Bias;
import vail.block.BlockOrder;
import vail.block.Choice;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookClass;
import vail.code.BookSet;
import vail.fault.VailFormatException;

/**
 * A policy that was checked against a set of books (B-24, B-25).
 *
 * @param policy what decides the bytes
 * @param candidates books that a block may be coded with
 * @param biases rules, in the order they are tried
 * @param looksBack whether a block looks back at the one before it (B-07)
 */
record CheckedPolicy(
    EncodePolicy policy, List<Choice> candidates, List<Bias> biases, boolean looksBack) {
  private static final int CANDIDATES_AT = 8;
  private static final int PAIR = 2;
  private static final int MEAN_RULE = 1;
  private static final int PREVIOUS_RULE = 2;
  private static final int CIRCLE = 255;

  /**
   * Checks a policy.
   *
   * @throws VailFormatException CODEBOOK_UNKNOWN, or BAD_ARGUMENT where a layout does not suit
   */
  static CheckedPolicy of(BookSet books, EncodePolicy policy) {
    Selection selection = policy.selection();
    List<Bias> biases = biases(selection);
    boolean looksBack = biases.stream().anyMatch(Bias.Previous.class::isInstance);
    return new CheckedPolicy(policy, Choice.all(books, selection), biases, looksBack);
  }

  /** Those that a block may have. */
  Layouts layouts() {
    return new Layouts(layouts(BookClass.SHORT), layouts(BookClass.LONG));
  }

  private int layouts(BookClass bookClass) {
    return candidates.stream()
        .filter(candidate -> candidate.book().bookClass() == bookClass)
        .mapToInt(candidate -> 1 << number(candidate.layout()))
        .reduce(0, (all, one) -> all | one);
  }

  /** As heads have it. */
  private static int number(Layout layout) {
    return layout.wordBits() / 16 << 3 | Integer.numberOfTrailingZeros(layout.lanes());
  }

  /** The words that kernels read (format.cl), for a stream of this mean. */
  int[] words(Shelf shelf, int streamMean) {
    int[] words = new int[CANDIDATES_AT + PAIR * (candidates.size() + biases.size())];
    words[0] = policy.order() == BlockOrder.STREAMED ? 1 : 0;
    words[1] = policy.constant() == ConstantBlocks.ON ? 1 : 0;
    words[2] = candidates.size();
    words[3] = biases.size();
    words[4] = policy.selection() instanceof Selection.Best best ? best.stride() : 1;
    words[5] = streamMean;
    int at = CANDIDATES_AT;
    for (Choice candidate : candidates) {
      words[at++] = shelf.number(candidate.id());
      words[at++] = number(candidate.layout());
    }
    for (Bias bias : biases) {
      put(bias, words, at);
      at += PAIR;
    }
    return words;
  }

  private static List<Bias> biases(Selection selection) {
    return switch (selection) {
      case Selection.Raw raw -> List.of();
      case Selection.Fixed fixed -> List.of(fixed.bias());
      case Selection.Best best -> best.biases();
    };
  }

  private static void put(Bias bias, int[] words, int at) {
    switch (bias) {
      case Bias.Absolute absolute -> words[at + 1] = absolute.value();
      case Bias.Mean mean -> {
        words[at] = MEAN_RULE;
        words[at + 1] = Math.floorMod(mean.offset(), CIRCLE);
      }
      case Bias.Previous previous -> words[at] = PREVIOUS_RULE;
    }
  }
}
