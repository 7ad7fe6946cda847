package vail.sim.bytes;

import java.util.function.Function;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.code.Histogram;
import vail.code.SymbolKind;
import vail.tensor.ElementType;

/**
 * One epoch of the book that dies change while they run: all of them code with a single one.
 *
 * @param number counted from 0; its epoch is this modulo 256 (C-10)
 * @param book of the symbols that are coded
 */
public record Edition(int number, Codebook book) {
  /** A slot that neither shipped books nor those of steps have. */
  private static final int SLOT = 199;

  private static final int EPOCHS = 256;

  /** Rejects a number below 0. */
  public Edition {
    if (number < 0) {
      throw new IllegalArgumentException("editions are counted from 0, not " + number);
    }
  }

  /** Makes books of the symbols of a type that are coded, of the class of the shipped ones. */
  public static Function<Histogram, Codebook> trainer(ElementType type) {
    SymbolKind kind = new Tiles(type).kinds().getFirst();
    return counts -> OwnBook.ofStep(kind, counts);
  }

  /** The name that blocks say. */
  public BookId id() {
    return new BookId(SLOT, number % EPOCHS);
  }

  /** What codes with this one, and knows no other. */
  public Books.Installed alone() {
    return new Books.Installed(BookSet.empty().with(id(), book), policies());
  }

  /** All that is not noise is coded with it. */
  Books.Policies policies() {
    return (_, kind) -> OwnBook.policy(kind, id());
  }
}
