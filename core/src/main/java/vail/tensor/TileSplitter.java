package vail.tensor;

import java.lang.foreign.MemorySegment;

/**
 * Takes elements apart into planes and puts them together again, bit for bit (B-02 to B-04).
 *
 * <p>All sizes are in bytes; plane p of the planes starts at {@code to + p * stride}.
 */
public final class TileSplitter {
  private final SymbolSplit split;
  private final PlaneKernels kernels;

  private TileSplitter(SymbolSplit split, PlaneKernels kernels) {
    this.split = split;
    this.kernels = kernels;
  }

  /** A splitter; it has no state, so any number of threads may use it. */
  public static TileSplitter of(SymbolSplit split) {
    return of(split, PlaneKernels.JAVA);
  }

  /** The same with kernels of a backend's own. */
  public static TileSplitter of(SymbolSplit split, PlaneKernels kernels) {
    return new TileSplitter(split, kernels);
  }

  /** Bytes of elements that give this many symbols in every plane. */
  public long rawBytes(long symbols) {
    return symbols / split.groupSymbols() * split.groupBytes();
  }

  /** Symbols in every plane that this many bytes of elements give. */
  public long symbols(long rawBytes) {
    return rawBytes / split.groupBytes() * split.groupSymbols();
  }

  /**
   * Elements to planes.
   *
   * @param raw elements from byte {@code at} on
   * @param symbols symbols of each plane, a multiple of {@link SymbolSplit#groupSymbols}
   * @param planes receives the planes
   * @param to first byte of plane 0
   * @param stride bytes from plane to plane, {@code symbols} or more
   */
  public void split(
      MemorySegment raw, long at, long symbols, MemorySegment planes, long to, long stride) {
    checkWhole(symbols);
    switch (split) {
      case BYTES -> MemorySegment.copy(raw, at, planes, to, symbols);
      case PLANES2 -> kernels.split(raw, at, symbols, planes, to, stride);
      case PLANES4 -> Planes.split4(raw, at, symbols, planes, to, stride);
      case PLANES8 -> Planes.split8(raw, at, symbols, planes, to, stride);
      case UNPACKED6 -> SixBits.unpack(raw, at, symbols, planes, to);
    }
  }

  /** Planes to elements; the inverse of {@link #split}. */
  public void merge(
      MemorySegment planes, long from, long stride, long symbols, MemorySegment raw, long at) {
    checkWhole(symbols);
    switch (split) {
      case BYTES -> MemorySegment.copy(planes, from, raw, at, symbols);
      case PLANES2 -> kernels.merge(planes, from, stride, symbols, raw, at);
      case PLANES4 -> Planes.merge4(planes, from, stride, symbols, raw, at);
      case PLANES8 -> Planes.merge8(planes, from, stride, symbols, raw, at);
      case UNPACKED6 -> SixBits.pack(planes, from, symbols, raw, at);
    }
  }

  private void checkWhole(long symbols) {
    if (symbols % split.groupSymbols() != 0) {
      throw new IllegalArgumentException(symbols + " symbols are not whole groups of " + split);
    }
  }
}
