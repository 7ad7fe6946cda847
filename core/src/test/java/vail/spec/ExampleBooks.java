package vail.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;

/** The books that the specification defines for its examples, all installed. */
final class ExampleBooks {
  private final Map<String, BookId> ids = new TreeMap<>();
  private BookSet installed = BookSet.empty();

  ExampleBooks(Specification specification) {
    for (Example book : specification.examples()) {
      if (book.kind().equals("book")) {
        BookId id = new BookId(book.number("slot"), book.number("epoch"));
        ids.put(book.one("name"), id);
        installed = installed.with(id, book(book));
      }
    }
  }

  /** The book that an example spells out by class, center and lengths. */
  static Codebook book(Example example) {
    return Codebook.of(
        bookClass(example.one("class")),
        example.number("center"),
        Texts.lengths(example.one("lengths")));
  }

  static BookClass bookClass(String name) {
    return switch (name) {
      case "short" -> BookClass.SHORT;
      case "long" -> BookClass.LONG;
      default -> throw new IllegalArgumentException("no class " + name);
    };
  }

  static void checkDigest(Example example) {
    assertEquals(example.one("digest"), HexFormat.of().formatHex(book(example).digest()));
  }

  BookId id(String name) {
    if (!ids.containsKey(name)) {
      throw new IllegalArgumentException("no book " + name);
    }
    return ids.get(name);
  }

  BookSet installed() {
    return installed;
  }
}
