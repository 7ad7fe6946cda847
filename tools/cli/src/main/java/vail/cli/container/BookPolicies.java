package vail.cli.container;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vail.block.Bias;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.cli.UsageException;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.DefaultBooks;
import vail.code.NamedBook;
import vail.code.SymbolKind;
import vail.container.Coding;

/** Which books are tried on symbols of which kind, and how. */
public final class BookPolicies {
  /** Books that a circuit tries on a block (fpga/README.md). */
  private static final int MOST_BANKS = 8;

  private final List<NamedBook> all;
  private final Function<SymbolKind, List<NamedBook>> candidates;

  private BookPolicies(List<NamedBook> all, Function<SymbolKind, List<NamedBook>> candidates) {
    this.all = all;
    this.candidates = candidates;
  }

  /** The shipped books. */
  public static BookPolicies shipped() {
    return new BookPolicies(DefaultBooks.all(), DefaultBooks::candidates);
  }

  /**
   * Books of the user's own.
   *
   * @throws UsageException if two different books share slot and epoch
   */
  public static BookPolicies own(List<NamedBook> books) {
    Map<BookId, NamedBook> byId = new TreeMap<>();
    for (NamedBook book : books) {
      NamedBook other = byId.putIfAbsent(book.id(), book);
      if (other != null && !other.book().equals(book.book())) {
        throw new UsageException(
            "--books: slot %d, epoch %d is two different books, '%s' and '%s'"
                .formatted(book.id().slot(), book.id().epoch(), other.name(), book.name()));
      }
    }
    List<NamedBook> all = List.copyOf(byId.values());
    return new BookPolicies(all, kind -> all.stream().filter(book -> book.suits(kind)).toList());
  }

  /** Books that may be named by the blocks. */
  public BookSet books() {
    return BookSet.of(all);
  }

  /** What the books are for, and the option that decides about it. */
  String purpose() {
    String symbols =
        all.stream().map(NamedBook::symbols).distinct().sorted().collect(Collectors.joining(", "));
    return "they are for " + symbols + "; see --split and --dtype";
  }

  /** Classes of the books that may be used, for asking a backend. */
  public Set<BookClass> classes() {
    return Stream.of(SymbolKind.values())
        .flatMap(kind -> candidates.apply(kind).stream())
        .map(book -> book.book().bookClass())
        .collect(Collectors.toSet());
  }

  /** The cheapest candidate for each block. */
  public Function<SymbolKind, EncodePolicy> best(Layout shortLayout, Layout longLayout) {
    return each((kind, books) ->
        new Selection.Best(
            books.stream().map(NamedBook::id).toList(),
            biases(kind),
            Selection.Best.SOFTWARE_STRIDE,
            shortLayout,
            longLayout));
  }

  /** The first candidate for every block, its mean moved where the symbols are exponents. */
  public Function<SymbolKind, EncodePolicy> fixed(Layout shortLayout, Layout longLayout) {
    return each((kind, books) ->
        new Selection.Fixed(
            books.getFirst().id(),
            biases(kind).getFirst(),
            switch (books.getFirst().book().bookClass()) {
              case SHORT -> shortLayout;
              case LONG -> longLayout;
            }));
  }

  /** The cheapest candidate by exact size, for circuits: the first books of some classes. */
  Function<SymbolKind, EncodePolicy> exactFor(Set<BookClass> classes, Layout layout) {
    return ofClasses(classes)
        .each((kind, books) ->
            new Selection.Best(
                books.stream().limit(MOST_BANKS).map(NamedBook::id).toList(),
                biases(kind),
                1,
                layout,
                Layout.WIDE_LONG));
  }

  /** The first candidate of some classes. */
  Function<SymbolKind, EncodePolicy> fixedFor(Set<BookClass> classes, Layout layout) {
    return ofClasses(classes).fixed(layout, Layout.WIDE_LONG);
  }

  private BookPolicies ofClasses(Set<BookClass> classes) {
    return new BookPolicies(
        all,
        kind ->
            candidates.apply(kind).stream()
                .filter(book -> classes.contains(book.book().bookClass()))
                .toList());
  }

  /** Worked out once, because it is asked for every tile; raw where there is no candidate. */
  private Function<SymbolKind, EncodePolicy> each(
      BiFunction<SymbolKind, List<NamedBook>, Selection> selection) {
    Map<SymbolKind, EncodePolicy> policies = new EnumMap<>(SymbolKind.class);
    for (SymbolKind kind : SymbolKind.values()) {
      List<NamedBook> books = candidates.apply(kind);
      if (!books.isEmpty()) {
        policies.put(kind, EncodePolicy.stored(selection.apply(kind, books)));
      }
    }
    return kind -> policies.getOrDefault(kind, Coding.RAW);
  }

  private static List<Bias> biases(SymbolKind kind) {
    return kind.isExponent() ? Selection.Best.PLANE_BIASES : Selection.Best.BYTE_BIASES;
  }
}
