package vail.container;

import java.util.function.Function;
import vail.block.BlockEncoder;
import vail.block.BlockOrder;
import vail.block.EncodePolicy;
import vail.block.Selection;
import vail.code.BookSet;
import vail.code.SymbolKind;
import vail.tensor.PlaneKernels;

/**
 * How the planes of a container become blocks.
 *
 * @param encoder makes the blocks
 * @param planes takes elements apart
 * @param books the books that the policies name
 * @param policies what suits each kind of symbols; must be stored order and must not use the bias
 *     rule {@code previous}, because tiles are coded apart (V-27)
 */
public record Coding(
    BlockEncoder encoder,
    PlaneKernels planes,
    BookSet books,
    Function<SymbolKind, EncodePolicy> policies) {
  /** For kinds without a book: raw, or constant where a tile is. */
  public static final EncodePolicy RAW = EncodePolicy.stored(new Selection.Raw());

  /** With planes made in Java. */
  public Coding(BlockEncoder encoder, BookSet books, Function<SymbolKind, EncodePolicy> policies) {
    this(encoder, PlaneKernels.JAVA, books, policies);
  }

  /** The policy of a kind. */
  EncodePolicy policy(SymbolKind kind) {
    EncodePolicy policy = policies.apply(kind);
    if (policy.order() != BlockOrder.STORED) {
      throw new IllegalArgumentException("blocks of a container are stored, not streamed");
    }
    boolean previous =
        switch (policy.selection()) {
          case Selection.Raw raw -> false;
          case Selection.Fixed fixed -> isPrevious(fixed.bias());
          case Selection.Best best -> best.biases().stream().anyMatch(Coding::isPrevious);
        };
    if (previous) {
      throw new IllegalArgumentException("tiles are coded apart: the rule previous has no sense");
    }
    return policy;
  }

  private static boolean isPrevious(vail.block.Bias bias) {
    return bias instanceof vail.block.Bias.Previous;
  }
}
