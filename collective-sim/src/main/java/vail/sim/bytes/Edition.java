package vail.sim.bytes;

import java.util.Arrays;
import java.util.function.Function;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.code.Histogram;
import vail.code.SymbolKind;
import vail.tensor.ElementType;
import vail.tensor.PlaneKernels;

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
  private static final int BLOCKS = 16;
  private static final int BLOCK = 4096;

  /** Rejects a number below 0. */
  public Edition {
    if (number < 0) {
      throw new IllegalArgumentException("editions are counted from 0, not " + number);
    }
  }

  /** The symbols of a type that are coded. */
  public static SymbolKind kind(ElementType type) {
    return new Tiles(type, PlaneKernels.JAVA).kinds().getFirst();
  }

  /** Makes books of the symbols of a type that are coded, of the class of the shipped ones. */
  public static Function<Histogram, Codebook> trainer(ElementType type) {
    SymbolKind kind = kind(type);
    return counts -> OwnBook.ofStep(kind, counts);
  }

  /** The first one, made of blocks of the first elements of the first die. */
  public static Edition first(ElementType type, Vectors vectors) {
    int[] sizes = new int[BLOCKS];
    Arrays.fill(sizes, BLOCK * (type.bits() / Byte.SIZE));
    byte[] values = new byte[BLOCKS * sizes[0]];
    vectors.fill(0, 0, values, 0, values.length);
    Chunk chunk = new Chunk(Shape.of(BLOCKS, sizes), values);
    Histogram counts = new Planes(type, PlaneKernels.JAVA).count(chunk, _ -> true);
    return new Edition(0, trainer(type).apply(counts));
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
