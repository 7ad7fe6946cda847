package vail;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vail.backend.Backend;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookId;
import vail.code.DefaultBooks;
import vail.code.NamedBook;
import vail.code.SymbolKind;
import vail.container.Coding;

/** The defaults of the façade: which books are tried on which symbols, and who codes. */
final class Policies implements Function<SymbolKind, EncodePolicy> {
  /** Backends of this module, the fastest first. */
  private static final List<String> PREFERRED = List.of("java-scalar", "java-reference");

  private final Map<SymbolKind, EncodePolicy> byKind = new EnumMap<>(SymbolKind.class);

  private Policies(Function<SymbolKind, List<NamedBook>> candidates) {
    for (SymbolKind kind : SymbolKind.values()) {
      List<BookId> ids = candidates.apply(kind).stream().map(NamedBook::id).toList();
      byKind.put(kind, ids.isEmpty() ? Coding.RAW : EncodePolicy.stored(best(kind, ids)));
    }
  }

  static Policies ofShippedBooks() {
    return new Policies(DefaultBooks::candidates);
  }

  static Policies of(List<NamedBook> books) {
    return new Policies(kind -> books.stream().filter(book -> book.suits(kind)).toList());
  }

  private static Selection best(SymbolKind kind, List<BookId> ids) {
    return new Selection.Best(
        ids,
        kind.isExponent() ? Selection.Best.PLANE_BIASES : Selection.Best.BYTE_BIASES,
        Selection.Best.SOFTWARE_STRIDE,
        Layout.PORTABLE,
        Layout.PORTABLE);
  }

  @Override
  public EncodePolicy apply(SymbolKind kind) {
    return byKind.getOrDefault(kind, Coding.RAW);
  }

  static Backend backend() {
    for (String name : PREFERRED) {
      switch (Backends.probe(name)) {
        case Probe.Ready ready -> {
          return ready.backend();
        }
        case Probe.Absent absent -> {
          // The next one.
        }
      }
    }
    throw new IllegalStateException("none of the backends " + PREFERRED + " is in this jar");
  }
}
