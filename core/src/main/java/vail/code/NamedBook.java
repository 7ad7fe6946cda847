package vail.code;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A codebook with the name it is installed under and where it comes from.
 *
 * @param id slot and epoch
 * @param name for people, e.g. {@code bf16.exponent/ffn1_act}
 * @param book the code itself
 * @param provenance what it was trained from; the key {@code symbols} names the kind of symbols it
 *     is meant for, e.g. {@code bf16.exponent}, and selection by kind goes by it
 */
public record NamedBook(
    BookId id, String name, Codebook book, SortedMap<String, String> provenance) {
  /** The provenance key that names the kind of symbols. */
  public static final String SYMBOLS = "symbols";

  /** The provenance key that names a second kind of symbols, distributed as the first. */
  public static final String ALSO_FOR = "alsoFor";

  /** The provenance key that names the {@link BookFamily}. */
  public static final String FAMILY = "family";

  /** Takes a copy of the provenance. */
  public NamedBook {
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
  }

  /** A book of one symbol kind. */
  public static NamedBook of(BookId id, String name, Codebook book, String symbols) {
    return new NamedBook(id, name, book, new TreeMap<>(Map.of(SYMBOLS, symbols)));
  }

  /** The kind of symbols this book is meant for; empty if it does not say. */
  public String symbols() {
    return provenance.getOrDefault(SYMBOLS, "");
  }

  /**
   * Whether the book is meant for symbols of a kind. One that does not say what it is for may be
   * tried on all but the low planes, which are noise to nearly any book.
   */
  public boolean suits(SymbolKind kind) {
    return symbols().isEmpty()
        ? kind != SymbolKind.LOW_PLANE
        : symbols().equals(kind.label()) || kind.label().equals(provenance.get(ALSO_FOR));
  }

  /** Whether the book says that it is of a family. */
  public boolean is(BookFamily family) {
    return family.label().equals(provenance.get(FAMILY));
  }
}
