package vail.sim.bytes;

import java.lang.foreign.MemorySegment;
import java.util.List;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.Codebook;
import vail.code.CodebookTrainer;
import vail.code.ExponentCounts;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.code.SymbolKind;
import vail.container.Coding;

/** Books that are trained on what they are to code: on a frame, or on all frames of a step. */
final class OwnBook {
  private OwnBook() {}

  /** The counts of a tile's plane as a book will see them. */
  static Histogram count(SymbolKind kind, MemorySegment plane) {
    return kind.isExponent() ? ExponentCounts.of(plane) : Histogram.of(plane);
  }

  /** The book of a step, made before anything is sent: of the class of the shipped ones. */
  static Codebook ofStep(SymbolKind kind, Histogram counts) {
    BookClass bookClass = kind.isExponent() ? BookClass.SHORT : BookClass.LONG;
    return CodebookTrainer.train(counts, LengthLimit.of(bookClass));
  }

  /**
   * The book of a frame, which waits for it; long, so that rare symbols take no room from others.
   */
  static Codebook ofFrame(Histogram counts) {
    return CodebookTrainer.trainOnce(counts, LengthLimit.LONG);
  }

  /**
   * Codes symbols of a kind with a book of their own, moved as the shipped ones are; there is
   * little to learn in low planes.
   */
  static EncodePolicy policy(SymbolKind kind, BookId book) {
    return kind == SymbolKind.LOW_PLANE
        ? Coding.RAW
        : EncodePolicy.stored(
            new Selection.Best(
                List.of(book),
                kind.isExponent() ? Selection.Best.PLANE_BIASES : Selection.Best.BYTE_BIASES,
                Selection.Best.SOFTWARE_STRIDE,
                Layout.PORTABLE,
                Layout.PORTABLE));
  }
}
