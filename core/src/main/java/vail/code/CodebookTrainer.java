package vail.code;

import java.util.Arrays;

/**
 * Builds the book of least cost from counts (C-13 to C-18). Integers only: the same counts give the
 * same book everywhere.
 */
public final class CodebookTrainer {
  private static final int LITERAL_BITS = 8;

  /** The shortest limit that leaves room to give all 256 symbols a code of their own (C-17). */
  private static final int LEAST_LIMIT_WITHOUT_ESCAPE = 9;

  private CodebookTrainer() {}

  /**
   * The book for the symbols that were counted.
   *
   * @param counts of the symbols as the book will see them: for exponents, moved as {@link
   *     ExponentCounts} does
   * @param limit the book's class and its longest code
   */
  public static Codebook train(Histogram counts, LengthLimit limit) {
    return Codebook.of(limit.bookClass(), counts.center(), lengths(counts, limit.bits()));
  }

  /**
   * The book in which each symbol that was counted has a code of its own, and an escape of weight 1
   * stands for the others: one tree, a hundred times faster than the best of all, for books that
   * are made while data wait.
   *
   * @param counts as for {@link #train}
   * @param limit the book's class and its longest code
   */
  public static Codebook trainOnce(Histogram counts, LengthLimit limit) {
    int[] order = counts.symbolsByCount();
    int seen = (int) Arrays.stream(counts.counts()).filter(count -> count > 0).count();
    int kept = Math.min(seen, Histogram.SYMBOLS - 1);
    Candidate only =
        kept == 0 ? nothingSeen() : withEscape(counts.counts(), order, kept, limit.bits());
    return Codebook.of(limit.bookClass(), counts.center(), only.lengths);
  }

  private static int[] lengths(Histogram histogram, int limit) {
    long[] counts = histogram.counts();
    int[] order = histogram.symbolsByCount();
    int seen = (int) Arrays.stream(counts).filter(count -> count > 0).count();
    Candidate best = nothingSeen();
    for (int kept = 1; kept <= Math.min(seen, Histogram.SYMBOLS - 1); kept++) {
      best = best.orCheaper(withEscape(counts, order, kept, limit));
    }
    if (seen > 0 && limit >= LEAST_LIMIT_WITHOUT_ESCAPE) {
      best = best.orCheaper(withoutEscape(counts, limit));
    }
    return best.lengths;
  }

  /** C-16: without counts, symbol 0 and the escape have one bit each. */
  private static Candidate nothingSeen() {
    int[] lengths = new int[CodeLengths.COUNT];
    lengths[0] = 1;
    lengths[CodeLengths.ESC] = 1;
    return new Candidate(Long.MAX_VALUE, lengths);
  }

  /** C-13: codes for the most frequent symbols, and an escape that weighs as much as the rest. */
  private static Candidate withEscape(long[] counts, int[] order, int kept, int limit) {
    long escape = 1;
    for (int i = kept; i < order.length; i++) {
      escape += counts[order[i]];
    }
    int[] items = new int[kept + 1];
    long[] weights = new long[kept + 1];
    int at = 0;
    for (int i = 0; i <= kept; i++) {
      // The escape counts as symbol 256: on equal weight it comes last (C-15).
      boolean escapesHere = at == i && (i == kept || counts[order[i]] < escape);
      items[i] = escapesHere ? CodeLengths.ESC : order[at];
      weights[i] = escapesHere ? escape : counts[order[at]];
      at += escapesHere ? 0 : 1;
    }
    return Candidate.of(items, weights, limit).plus(LITERAL_BITS * escape);
  }

  /** C-17: a code for every symbol, seen or not. */
  private static Candidate withoutEscape(long[] counts, int limit) {
    long[] atLeastOne = Arrays.stream(counts).map(count -> Math.max(count, 1)).toArray();
    int[] items = Histogram.of(atLeastOne).symbolsByCount();
    long[] weights = Arrays.stream(items).mapToLong(symbol -> atLeastOne[symbol]).toArray();
    return Candidate.of(items, weights, limit);
  }

  /** A code that may win, and the bits it costs. */
  private static final class Candidate {
    private final long cost;
    private final int[] lengths;

    Candidate(long cost, int[] lengths) {
      this.cost = cost;
      this.lengths = lengths;
    }

    /** Items by descending weight get lengths in ascending order (C-15). */
    static Candidate of(int[] items, long[] weights, int limit) {
      int[] ascending = PackageMerge.lengths(weights, limit);
      int[] lengths = new int[CodeLengths.COUNT];
      long cost = 0;
      for (int i = 0; i < items.length; i++) {
        lengths[items[i]] = ascending[i];
        cost += weights[i] * ascending[i];
      }
      return new Candidate(cost, lengths);
    }

    Candidate plus(long bits) {
      return new Candidate(cost + bits, lengths);
    }

    /** The earlier candidate wins a tie. */
    Candidate orCheaper(Candidate later) {
      return later.cost < cost ? later : this;
    }
  }
}
