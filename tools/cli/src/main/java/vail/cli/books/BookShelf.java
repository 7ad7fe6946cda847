package vail.cli.books;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import vail.cli.Names;
import vail.code.BookFamily;
import vail.code.BookId;
import vail.code.Codebook;
import vail.code.CodebookFile;
import vail.code.Histogram;
import vail.code.NamedBook;
import vail.code.SymbolKind;

/** Collects books and says of each where it comes from. */
final class BookShelf {
  private static final int EPOCH = 0;

  private final String trainedOn;
  private final List<NamedBook> books = new ArrayList<>();

  BookShelf(String trainedOn) {
    this.trainedOn = trainedOn;
  }

  /**
   * Books for the kinds of tensors, slot after slot.
   *
   * @param slot of the first kind
   * @param label first part of the names
   * @param symbols what they are meant for
   * @param kinds in the order of their slots; the slot of a kind without counts stays free
   */
  record Row(int slot, String label, SymbolKind symbols, List<String> kinds) {
    Row(int slot, SymbolKind symbols, List<String> kinds) {
      this(slot, symbols.label(), symbols, kinds);
    }
  }

  /** Makes a book of each kind that was counted. */
  void put(
      Row row,
      BookFamily family,
      Map<String, Histogram> counts,
      Function<Histogram, Codebook> trainer) {
    for (int i = 0; i < row.kinds().size(); i++) {
      String kind = row.kinds().get(i);
      if (counts.containsKey(kind)) {
        Histogram counted = counts.get(kind);
        Codebook book = trainer.apply(counted);
        SortedMap<String, String> provenance = provenance(row.symbols(), family);
        provenance.put("kind", kind);
        provenance.put("symbolsCounted", Long.toString(counted.total()));
        String suffix = family == BookFamily.HUFFMAN ? Names.of(book.bookClass()) : family.label();
        String name = row.label() + "/" + kind + "/" + suffix;
        books.add(new NamedBook(new BookId(row.slot() + i, EPOCH), name, book, provenance));
      }
    }
  }

  /** Shelves books that serve all kinds together. */
  void putShapes(int slot, SymbolKind symbols, List<Codebook> shapes) {
    for (int i = 0; i < shapes.size(); i++) {
      books.add(
          new NamedBook(
              new BookId(slot + i, EPOCH),
              symbols.label() + "/shape-" + (i + 1),
              shapes.get(i),
              provenance(symbols, BookFamily.SHAPE)));
    }
  }

  /** All books, by slot, as a file of books. */
  String text() {
    return CodebookFile.write(books.stream().sorted(Comparator.comparing(NamedBook::id)).toList());
  }

  private SortedMap<String, String> provenance(SymbolKind symbols, BookFamily family) {
    SortedMap<String, String> provenance = new TreeMap<>();
    provenance.put(NamedBook.SYMBOLS, symbols.label());
    provenance.put(NamedBook.FAMILY, family.label());
    provenance.put("trainedOn", trainedOn);
    if (symbols == SymbolKind.BF16_EXPONENT) {
      // The same values in binary32 have the same exponents.
      provenance.put(NamedBook.ALSO_FOR, SymbolKind.FP32_EXPONENT.label());
    }
    return provenance;
  }
}
