package vail.bench.data;

import java.lang.foreign.MemorySegment;
import vail.block.Bias;
import vail.code.BiasTransform;
import vail.code.Codebook;
import vail.code.CodebookTrainer;
import vail.code.ExponentCounts;
import vail.code.Histogram;
import vail.code.LengthLimit;

/** The planes that behave differently: few symbols, nearly all symbols, and two kinds mixed. */
public enum PlaneKind {
  /** The exponents of bf16 values: a dozen symbols, escapes are rare. */
  EXPONENT,
  /** 8-bit floats: a hundred symbols, an escape in most rounds of a short book. */
  E4M3,
  /** bf16 values byte by byte in memory order, as the paper codes them. */
  BYTES;

  /** The book that an earlier plane gives. */
  public Codebook book(byte[] earlier, LengthLimit limit) {
    MemorySegment plane = MemorySegment.ofArray(earlier);
    return switch (this) {
      case EXPONENT -> CodebookTrainer.train(ExponentCounts.of(plane), limit);
      case E4M3, BYTES -> CodebookTrainer.train(Histogram.of(plane), limit);
    };
  }

  /** The bias of a block of this plane under a book. */
  public int bias(byte[] block, Codebook book) {
    return switch (this) {
      case EXPONENT ->
          BiasTransform.bias(Histogram.of(MemorySegment.ofArray(block)).center(), book.center());
      case E4M3, BYTES -> 0;
    };
  }

  /** The rule that gives the bias of each block. */
  public Bias rule() {
    return switch (this) {
      case EXPONENT -> Bias.MEAN;
      case E4M3, BYTES -> Bias.NONE;
    };
  }
}
