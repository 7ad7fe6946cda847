package vail.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds a few books that together serve many histograms (C-20): k-means with books for means and
 * bits for distances. Integers only and without chance: the same histograms give the same books.
 */
public final class ShapeClustering {
  /** Ends what would go round in circles; far more than it takes in practice. */
  private static final int MOST_ROUNDS = 100;

  private final List<Histogram> histograms;
  private final LengthLimit limit;

  /** The book that would serve each histogram best. */
  private final List<Codebook> own;

  private ShapeClustering(List<Histogram> histograms, LengthLimit limit) {
    this.histograms = List.copyOf(histograms);
    this.limit = limit;
    this.own = histograms.stream().map(this::book).toList();
  }

  /**
   * Trains k books, each on the histograms that it serves best.
   *
   * @param histograms one a tensor or shard, for exponents moved as {@link ExponentCounts} does
   * @param k books wanted; fewer come where more would not make a difference
   * @param limit class and longest code of the books
   */
  public static List<Codebook> train(List<Histogram> histograms, int k, LengthLimit limit) {
    if (k < 1 || histograms.isEmpty()) {
      throw new IllegalArgumentException(
          "clustering needs a book to make and counts to make it of");
    }
    ShapeClustering clustering = new ShapeClustering(histograms, limit);
    List<Integer> all = Collections.nCopies(histograms.size(), 0);
    List<Integer> assigned = clustering.assign(clustering.fill(clustering.retrain(all), k));
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Integer> before = assigned;
      assigned = clustering.assign(clustering.fill(clustering.retrain(before), k));
      if (assigned.equals(before)) {
        break;
      }
    }
    return clustering.retrain(assigned);
  }

  /**
   * Adds books until there are k: each time the own book of the histogram that loses the most bits
   * to the books so far, the first on a tie.
   */
  private List<Codebook> fill(List<Codebook> some, int k) {
    List<Codebook> books = new ArrayList<>(some);
    while (books.size() < k) {
      int worst = 0;
      for (int i = 1; i < histograms.size(); i++) {
        worst = loss(i, books) > loss(worst, books) ? i : worst;
      }
      if (loss(worst, books) <= 0) {
        break;
      }
      books.add(own.get(worst));
    }
    return books;
  }

  private long loss(int i, List<Codebook> books) {
    Histogram histogram = histograms.get(i);
    return books.get(cheapest(histogram, books)).cost(histogram) - own.get(i).cost(histogram);
  }

  private List<Integer> assign(List<Codebook> books) {
    return histograms.stream().map(histogram -> cheapest(histogram, books)).toList();
  }

  private static int cheapest(Histogram histogram, List<Codebook> books) {
    int cheapest = 0;
    for (int i = 1; i < books.size(); i++) {
      if (books.get(i).cost(histogram) < books.get(cheapest).cost(histogram)) {
        cheapest = i;
      }
    }
    return cheapest;
  }

  /** A book for each group of histograms, in the order of the groups; empty groups vanish. */
  private List<Codebook> retrain(List<Integer> assigned) {
    return assigned.stream()
        .distinct()
        .sorted()
        .map(group -> members(assigned, group))
        .map(this::sum)
        .map(this::book)
        .toList();
  }

  private static List<Integer> members(List<Integer> assigned, int group) {
    return IntStream.range(0, assigned.size())
        .filter(i -> assigned.get(i) == group)
        .boxed()
        .toList();
  }

  private Histogram sum(List<Integer> members) {
    Histogram sum = new Histogram();
    members.forEach(i -> sum.add(histograms.get(i)));
    return sum;
  }

  private Codebook book(Histogram counts) {
    return CodebookTrainer.train(counts, limit);
  }
}
