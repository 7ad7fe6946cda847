package vail.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import vail.code.Codebook;
import vail.code.CodebookTrainer;
import vail.code.DualLengthCode;
import vail.code.ExponentCounts;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.code.PackageMergeExample;
import vail.code.QuadLengthCode;
import vail.code.ShapeClustering;

/** The examples of {@code codebook.md} that make books from counts. */
final class TrainingExamples {
  private TrainingExamples() {}

  static void train(Example example) {
    checkBook(example, CodebookTrainer.train(counts(example.one("counts")), limit(example)));
  }

  static void packageMerge(Example example) {
    for (Example one : example.cases()) {
      assertEquals(
          one.one("lengths"), PackageMergeExample.lengths(one.one("weights"), one.number("limit")));
    }
  }

  static void movedCounts(Example example) {
    Histogram moved = ExponentCounts.of(MemorySegment.ofArray(Texts.bytes(example.one("plane"))));
    assertEquals(counts(example.one("counts")), moved);
  }

  static void cluster(Example example) {
    List<Codebook> books =
        ShapeClustering.train(
            example.all("counts").stream().map(TrainingExamples::counts).toList(),
            example.number("k"),
            limit(example));
    List<String> lengths = example.all("lengths");
    assertEquals(lengths.size(), books.size());
    for (int i = 0; i < lengths.size(); i++) {
      assertArrayEquals(Texts.lengths(lengths.get(i)), Texts.lengths(books.get(i)));
    }
  }

  static void dual(Example example) {
    checkBook(example, DualLengthCode.of(counts(example.one("counts"))));
  }

  static void quad(Example example) {
    List<QuadLengthCode.Area> areas =
        Arrays.stream(example.one("areas").split(" ", -1))
            .map(area -> area.split("x", -1))
            .map(area ->
                new QuadLengthCode.Area(Integer.parseInt(area[0]), Integer.parseInt(area[1])))
            .toList();
    checkBook(example, QuadLengthCode.of(counts(example.one("counts")), areas));
  }

  private static void checkBook(Example example, Codebook book) {
    assertArrayEquals(Texts.lengths(example.one("lengths")), Texts.lengths(book));
    assertEquals(example.number("center"), book.center());
  }

  private static Histogram counts(String text) {
    return Histogram.of(Arrays.stream(Texts.lengths(text)).limit(256).asLongStream().toArray());
  }

  private static LengthLimit limit(Example example) {
    return new LengthLimit(ExampleBooks.bookClass(example.one("class")), example.number("limit"));
  }
}
