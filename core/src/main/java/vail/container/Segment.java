package vail.container;

import java.util.List;
import vail.tensor.ElementType;
import vail.tensor.SymbolSplit;
import vail.tensor.TensorInfo;

/**
 * A run of bytes of the original file that is cut into tiles alike (V-12, V-13).
 *
 * @param start first byte in the original
 * @param tileSymbols symbols of each plane of a full tile, 1 to 65,536
 * @param split how a tile becomes planes
 * @param role what the bytes are
 * @param type type of the elements
 * @param name a tensor's name, else empty; data, never a path
 * @param shape lengths of a tensor's axes, slowest first, else empty
 */
public record Segment(
    long start,
    int tileSymbols,
    SymbolSplit split,
    SegmentRole role,
    ElementType type,
    String name,
    List<Long> shape) {
  /** Most symbols of a block (B-01). */
  static final int MAX_TILE = 65_536;

  /** Rejects what breaks V-14; sizes of shapes must fit 63 bits. */
  public Segment {
    shape = List.copyOf(shape);
    require(start >= 0, "a start below 0");
    require(tileSymbols >= 1 && tileSymbols <= MAX_TILE, "a tile of " + tileSymbols + " symbols");
    require(tileSymbols % split.groupSymbols() == 0, "tiles that are not whole groups");
    require(
        split == SymbolSplit.BYTES
            || SymbolSplit.planesOf(type).equals(java.util.Optional.of(split))
            || split == SymbolSplit.UNPACKED6 && type.bits() == 6,
        "split " + split + " of " + type);
    require(role == SegmentRole.TENSOR || shape.isEmpty(), "a shape without a tensor");
    require(role == SegmentRole.TENSOR || name.isEmpty(), "a name without a tensor");
    require(
        role != SegmentRole.OPAQUE || type == ElementType.U8 && split == SymbolSplit.BYTES,
        "opaque bytes that are not bytes");
    require(
        role != SegmentRole.TENSOR || TensorInfo.bytesOf(type, shape) % split.groupBytes() == 0,
        "a tensor that is not whole groups");
  }

  private static void require(boolean kept, String otherwise) {
    if (!kept) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Bytes of the original in a full tile. */
  public int tileBytes() {
    return tileSymbols / split.groupSymbols() * split.groupBytes();
  }

  /** Most bytes of the segment: a tensor's are known from its shape. */
  long mostBytes() {
    return role == SegmentRole.TENSOR ? TensorInfo.bytesOf(type, shape) : Long.MAX_VALUE - start;
  }
}
