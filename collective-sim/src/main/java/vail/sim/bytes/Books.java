package vail.sim.bytes;

import vail.block.EncodePolicy;
import vail.code.BookSet;
import vail.code.SymbolKind;

/** Where the books for frames of one pass come from. */
public sealed interface Books {
  /** What codes the planes of frames. */
  @FunctionalInterface
  interface Policies {
    /** The policy for symbols of a kind in frames that are made in a step. */
    EncodePolicy of(int step, SymbolKind kind);
  }

  /**
   * All dies have them before they begin.
   *
   * @param books those
   * @param policies which of them code what
   */
  record Installed(BookSet books, Policies policies) implements Books {}

  /**
   * One a step, trained on what is sent in that step: it follows sums whose exponents drift, but
   * has one shape where installed books may offer several.
   */
  record PerStep() implements Books {}
}
