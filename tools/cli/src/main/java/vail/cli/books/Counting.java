package vail.cli.books;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.UnaryOperator;
import vail.code.ExponentCounts;
import vail.code.Histogram;
import vail.tensor.SymbolSplit;
import vail.tensor.TileSplitter;

/** Turns recorded bfloat16 tensors into counts of the symbols of every kind. */
final class Counting {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Counting() {}

  static Histogram sum(List<Histogram> histograms) {
    Histogram sum = new Histogram();
    histograms.forEach(sum::add);
    return sum;
  }

  /** Exponents of bfloat16, which binary32 has too when its values come from there. */
  static Histogram bf16Exponents(MemorySegment bf16) {
    return firstPlane(bf16, SymbolSplit.PLANES2, UnaryOperator.identity());
  }

  /** First planes of the same values in binary16, to nearest even, beyond its range infinite. */
  static Histogram fp16Exponents(MemorySegment bf16) {
    return firstPlane(bf16, SymbolSplit.PLANES2, Counting::toFp16);
  }

  /** First planes of the same values in binary64. */
  static Histogram fp64Exponents(MemorySegment bf16) {
    return firstPlane(bf16, SymbolSplit.PLANES8, Counting::toFp64);
  }

  private static Histogram firstPlane(
      MemorySegment bf16, SymbolSplit split, UnaryOperator<MemorySegment> conversion) {
    long elements = bf16.byteSize() / Short.BYTES;
    MemorySegment planes = MemorySegment.ofArray(new byte[(int) elements * split.planes()]);
    TileSplitter.of(split).split(conversion.apply(bf16), 0, elements, planes, 0, elements);
    return ExponentCounts.of(planes.asSlice(0, elements));
  }

  private static MemorySegment toFp16(MemorySegment bf16) {
    MemorySegment fp16 = MemorySegment.ofArray(new byte[(int) bf16.byteSize()]);
    for (long at = 0; at < bf16.byteSize(); at += Short.BYTES) {
      fp16.set(SHORT, at, Float.floatToFloat16(value(bf16, at)));
    }
    return fp16;
  }

  private static MemorySegment toFp64(MemorySegment bf16) {
    int wider = Double.BYTES / Short.BYTES;
    MemorySegment fp64 = MemorySegment.ofArray(new byte[(int) bf16.byteSize() * wider]);
    for (long at = 0; at < bf16.byteSize(); at += Short.BYTES) {
      fp64.set(DOUBLE, at * wider, value(bf16, at));
    }
    return fp64;
  }

  private static float value(MemorySegment bf16, long at) {
    return Float.intBitsToFloat(bf16.get(SHORT, at) << Short.SIZE);
  }
}
