package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** C-20. */
class ShapeClusteringTest {
  private static final long SEED = 20;

  /** Many symbols around a centre, the further out the rarer. */
  private static Histogram bell(SplittableRandom random, int center, int width) {
    Histogram counts = new Histogram();
    for (int away = -width; away <= width; away++) {
      counts.add(center + away, 1000L * (width + 1 - Math.abs(away)) + random.nextInt(100));
    }
    return counts;
  }

  private static List<Histogram> threeShapes() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Histogram> histograms = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      histograms.add(bell(random, 128, List.of(3, 12, 60).get(i % 3)));
    }
    return histograms;
  }

  private static long cost(List<Codebook> books, Histogram histogram) {
    return books.stream().mapToLong(book -> book.cost(histogram)).min().orElseThrow();
  }

  @Test
  void findsTheShapesThatThereAre() {
    List<Histogram> histograms = threeShapes();
    List<Codebook> books = ShapeClustering.train(histograms, 3, LengthLimit.LONG);
    assertEquals(3, books.size());
    for (Histogram histogram : histograms) {
      long own = CodebookTrainer.train(histogram, LengthLimit.LONG).cost(histogram);
      assertTrue(cost(books, histogram) * 100 <= own * 101, "seed " + SEED);
    }
  }

  @Test
  void trainsOneBookOfEverything() {
    Histogram all = new Histogram();
    threeShapes().forEach(all::add);
    assertEquals(
        List.of(CodebookTrainer.train(all, LengthLimit.SHORT)),
        ShapeClustering.train(threeShapes(), 1, LengthLimit.SHORT));
  }

  @Test
  void costsNoMoreWithMoreBooks() {
    long before = Long.MAX_VALUE;
    for (int k = 1; k <= 6; k++) {
      List<Codebook> books = ShapeClustering.train(threeShapes(), k, LengthLimit.SHORT);
      long cost = threeShapes().stream().mapToLong(histogram -> cost(books, histogram)).sum();
      assertTrue(cost <= before, k + " books cost " + cost + " after " + before);
      before = cost;
    }
  }

  @Test
  void givesTheSameBooksEveryTime() {
    assertEquals(
        ShapeClustering.train(threeShapes(), 4, LengthLimit.SHORT),
        ShapeClustering.train(threeShapes(), 4, LengthLimit.SHORT));
  }

  @Test
  void makesNoBookThatServesNothing() {
    Histogram counts = bell(new SplittableRandom(SEED), 100, 5);
    Codebook book = CodebookTrainer.train(counts, LengthLimit.SHORT);
    List<Histogram> alike = List.of(counts, counts, counts);
    assertEquals(List.of(book), ShapeClustering.train(alike, 3, LengthLimit.SHORT));
  }

  @Test
  void needsSomethingToCluster() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ShapeClustering.train(List.of(), 4, LengthLimit.SHORT));
    assertThrows(
        IllegalArgumentException.class,
        () -> ShapeClustering.train(threeShapes(), 0, LengthLimit.SHORT));
  }
}
