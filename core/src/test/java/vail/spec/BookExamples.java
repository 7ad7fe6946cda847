package vail.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.code.CodebookBytes;
import vail.code.CodebookFile;
import vail.code.DefaultBooks;
import vail.code.HistogramFile;
import vail.code.NamedBook;
import vail.code.NamedHistogram;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** The examples of {@code codebook.md} that need no backend. */
final class BookExamples {
  private BookExamples() {}

  static void lengths(Example example) {
    for (Example one : example.cases()) {
      BookClass bookClass = ExampleBooks.bookClass(one.one("class"));
      int[] lengths = Texts.lengths(one.one("lengths"));
      if (one.one("result").equals("legal")) {
        CodeLengths.of(bookClass, lengths);
      } else {
        VailFormatException e =
            assertThrows(VailFormatException.class, () -> CodeLengths.of(bookClass, lengths));
        assertEquals(one.one("result"), Texts.withoutOffset(e));
      }
    }
  }

  static void codes(Example example) {
    Codebook book = Codebook.of(BookClass.LONG, 0, Texts.lengths(example.one("lengths")));
    StringJoiner codes = new StringJoiner(" ");
    for (int symbol = 0; symbol <= CodeLengths.ESC; symbol++) {
      if (book.length(symbol) > 0) {
        codes.add((symbol == CodeLengths.ESC ? "ESC" : "" + symbol) + "=" + bits(book, symbol));
      }
    }
    assertEquals(example.one("codes"), codes.toString());
  }

  private static String bits(Codebook book, int symbol) {
    return IntStream.range(0, book.length(symbol))
        .mapToObj(bit -> "" + (book.code(symbol) >>> bit & 1))
        .collect(Collectors.joining());
  }

  static void parse(Example example) {
    for (Example one : example.cases()) {
      MemorySegment bytes = MemorySegment.ofArray(Texts.bytes(one.one("book")));
      Optional<String> fault = one.find("fault");
      if (fault.isPresent()) {
        VailFormatException e =
            assertThrows(VailFormatException.class, () -> CodebookBytes.read(bytes));
        assertEquals(fault.get(), Texts.fault(e));
      } else {
        Codebook book = CodebookBytes.read(bytes);
        assertEquals(ExampleBooks.book(one), book);
        assertEquals(one.one("digest"), HexFormat.of().formatHex(book.digest()));
        assertArrayEquals(Texts.bytes(one.one("book")), book.toBytes());
      }
    }
  }

  static void json(Example example) {
    MemorySegment text = Texts.utf8(example.one("json"));
    if (example.find("fault").isPresent()) {
      VailFormatException e =
          assertThrows(VailFormatException.class, () -> CodebookFile.read(text, Limits.DEFAULT));
      assertEquals(example.one("fault"), Texts.fault(e));
    } else {
      NamedBook only = CodebookFile.read(text, Limits.DEFAULT).getFirst();
      assertEquals(new BookId(example.number("slot"), example.number("epoch")), only.id());
      assertEquals(example.one("name"), only.name());
      assertEquals(ExampleBooks.book(example), only.book());
    }
  }

  static void shipped(Example example) {
    for (Example one : example.cases()) {
      NamedBook book =
          DefaultBooks.all().stream()
              .filter(shipped -> shipped.id().equals(new BookId(one.number("slot"), 0)))
              .findFirst()
              .orElseThrow();
      assertEquals(ExampleBooks.bookClass(one.one("class")), book.book().bookClass());
      assertEquals(one.one("symbols"), book.symbols());
    }
  }

  static void histogramJson(Example example) {
    NamedHistogram only =
        HistogramFile.read(Texts.utf8(example.one("json")), Limits.DEFAULT).getFirst();
    assertEquals(example.one("name"), only.name());
    assertArrayEquals(Texts.counts(example.one("counts")), only.counts().counts());
  }
}
