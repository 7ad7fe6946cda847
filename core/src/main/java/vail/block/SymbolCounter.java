package vail.block;

import vail.code.Codebook;

/** What selection wants to know of a block's symbols (B-06, B-25). Belongs to one thread. */
public interface SymbolCounter {
  /**
   * floor(mean of the symbols that are not zero), 0 if there are none.
   *
   * @param symbols has SLACK bytes after the last symbol
   */
  int mean(byte[] symbols, int count);

  /**
   * Looks at the symbols i with (i div 64) mod stride = 0; they must not change until the last
   * {@link #bits}.
   *
   * @param symbols has SLACK bytes after the last symbol
   */
  void sample(byte[] symbols, int count, int stride);

  /** The bits that the sample costs, without the padding of a block. */
  long bits(Codebook book, int bias);
}
