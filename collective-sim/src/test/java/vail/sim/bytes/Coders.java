package vail.sim.bytes;

import java.util.List;
import vail.backend.Backend;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.DefaultBooks;
import vail.code.NamedBook;
import vail.code.SymbolKind;

/** Coders for tests. */
public final class Coders {
  private Coders() {}

  /** A backend that is always there. */
  public static Backend backend(String name) {
    return ((Probe.Ready) Backends.probe(name)).backend();
  }

  /** With the shipped books. */
  public static Coder coder(String name) {
    Backend backend = backend(name);
    return Coder.of(backend, shipped());
  }

  public static Books.Installed shipped() {
    return new Books.Installed(BookSet.of(DefaultBooks.all()), (step, kind) -> policy(kind));
  }

  private static EncodePolicy policy(SymbolKind kind) {
    List<BookId> ids = DefaultBooks.candidates(kind).stream().map(NamedBook::id).toList();
    return ids.isEmpty()
        ? vail.container.Coding.RAW
        : EncodePolicy.stored(
            new Selection.Best(
                ids,
                kind.isExponent() ? Selection.Best.PLANE_BIASES : Selection.Best.BYTE_BIASES,
                Selection.Best.SOFTWARE_STRIDE,
                Layout.PORTABLE,
                Layout.PORTABLE));
  }
}
