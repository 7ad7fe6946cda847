package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** C-23. */
class DefaultBooksTest {
  private static Set<Integer> slots(SymbolKind kind, BookFamily family, BookClass bookClass) {
    return DefaultBooks.all().stream()
        .filter(book -> book.suits(kind) && book.is(family))
        .filter(book -> book.book().bookClass() == bookClass)
        .map(book -> book.id().slot())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Integer> range(int... fromTo) {
    Set<Integer> slots = new TreeSet<>();
    for (int i = 0; i < fromTo.length; i += 2) {
      IntStream.rangeClosed(fromTo[i], fromTo[i + 1]).forEach(slots::add);
    }
    return slots;
  }

  private static void assertSlots(
      Set<Integer> expected, SymbolKind kind, BookFamily family, BookClass bookClass) {
    assertEquals(expected, slots(kind, family, bookClass), kind + " " + family + " " + bookClass);
  }

  @Test
  void standInTheSlotsThatAreDocumented() {
    BookFamily huffman = BookFamily.HUFFMAN;
    for (SymbolKind kind : List.of(SymbolKind.BF16_EXPONENT, SymbolKind.FP32_EXPONENT)) {
      assertSlots(range(1, 4), kind, BookFamily.SHAPE, BookClass.SHORT);
      assertSlots(range(10, 19), kind, huffman, BookClass.SHORT);
      assertSlots(range(20, 29), kind, huffman, BookClass.LONG);
    }
    assertSlots(range(30, 45), SymbolKind.BF16_BYTES, BookFamily.SHAPE, BookClass.LONG);
    assertSlots(range(50, 59), SymbolKind.BF16_BYTES, huffman, BookClass.LONG);
    assertSlots(range(60, 67, 69, 69), SymbolKind.FP16_EXPONENT, huffman, BookClass.SHORT);
    assertSlots(range(70, 77, 79, 79), SymbolKind.FP16_EXPONENT, huffman, BookClass.LONG);
    assertSlots(range(80, 80), SymbolKind.FP64_EXPONENT, huffman, BookClass.SHORT);
    assertSlots(range(81, 81), SymbolKind.FP64_EXPONENT, huffman, BookClass.LONG);
    assertSlots(range(90, 93, 110, 113), SymbolKind.E4M3, huffman, BookClass.SHORT);
    assertSlots(range(95, 98, 115, 118), SymbolKind.E4M3, huffman, BookClass.LONG);
    assertQuantised(100, SymbolKind.E5M2);
    assertQuantised(120, SymbolKind.MX_E3M2);
    assertQuantised(130, SymbolKind.MX_E2M3);
    assertQuantised(140, SymbolKind.MX_E2M1);
    assertQuantised(150, SymbolKind.E8M0);
    assertSlots(range(160, 169), SymbolKind.BF16_BYTES, BookFamily.DUAL, BookClass.SHORT);
    assertSlots(range(170, 173), SymbolKind.E4M3, BookFamily.DUAL, BookClass.SHORT);
    assertSlots(range(180, 189), SymbolKind.BF16_BYTES, BookFamily.QUAD, BookClass.LONG);
    assertSlots(range(190, 193), SymbolKind.E4M3, BookFamily.QUAD, BookClass.LONG);
    assertEquals(154, DefaultBooks.all().size());
  }

  private static void assertQuantised(int slot, SymbolKind kind) {
    assertSlots(range(slot, slot + 3), kind, BookFamily.HUFFMAN, BookClass.SHORT);
    assertSlots(range(slot + 5, slot + 8), kind, BookFamily.HUFFMAN, BookClass.LONG);
  }

  @Test
  void areAllOfTheFirstEpochAndInTheOrderOfTheirSlots() {
    List<NamedBook> books = DefaultBooks.all();
    assertEquals(books.stream().sorted(Comparator.comparing(NamedBook::id)).toList(), books);
    assertTrue(books.stream().allMatch(book -> book.id().epoch() == 0));
  }

  @Test
  void offerCandidatesForEverySymbolThatCanBeCoded() {
    Set<SymbolKind> without = EnumSet.noneOf(SymbolKind.class);
    for (SymbolKind kind : SymbolKind.values()) {
      List<NamedBook> candidates = DefaultBooks.candidates(kind);
      assertTrue(candidates.size() <= 16, kind + " has " + candidates.size());
      if (candidates.isEmpty()) {
        without.add(kind);
      }
    }
    assertEquals(EnumSet.of(SymbolKind.LOW_PLANE, SymbolKind.BYTES), without);
  }

  @Test
  void tryShapesRatherThanKindsWhereThereAreShapes() {
    assertEquals(4, DefaultBooks.candidates(SymbolKind.FP32_EXPONENT).size());
    assertEquals(16, DefaultBooks.candidates(SymbolKind.BF16_BYTES).size());
    assertFalse(
        DefaultBooks.candidates(SymbolKind.E4M3).stream()
            .anyMatch(book -> book.is(BookFamily.QUAD) || book.is(BookFamily.DUAL)));
  }

  @Test
  void sayWhereTheyComeFrom() {
    for (NamedBook book : DefaultBooks.all()) {
      assertTrue(SymbolKind.find(book.symbols()).isPresent(), book.name());
      assertEquals("step 280", book.provenance().get("trainedOn"), book.name());
      assertEquals(!book.is(BookFamily.SHAPE), book.provenance().containsKey("kind"), book.name());
    }
  }

  @Test
  void areWrittenAsTheFileOfBooksIsWritten() throws IOException {
    try (InputStream in = DefaultBooks.class.getResourceAsStream("/vail/books/default.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(CodebookFile.write(DefaultBooks.all()), text);
    }
  }
}
