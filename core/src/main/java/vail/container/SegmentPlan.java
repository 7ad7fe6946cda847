package vail.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vail.container.EncodeChunk.Piece;
import vail.tensor.ElementType;
import vail.tensor.FileLayout;
import vail.tensor.NumberFormat;
import vail.tensor.SymbolSplit;
import vail.tensor.TensorInfo;

/** Cuts a file into segments without gap or overlap (V-12, V-18). */
final class SegmentPlan {
  /**
   * A segment and its length.
   *
   * @param piece what the bytes are
   * @param bytes how many there must be
   */
  record Planned(Piece piece, long bytes) {}

  private final WriteOptions options;
  private final int near;

  /** For a coder that likes to be handed so many bytes at once. */
  SegmentPlan(WriteOptions options, int near) {
    this.options = options;
    this.near = near;
  }

  /** Tensors and the bytes between them, up to the end of the last tensor. */
  List<Planned> planned(FileLayout layout) {
    List<Planned> all = new ArrayList<>();
    long at = 0;
    for (TensorInfo tensor : layout.tensors()) {
      if (isNameable(tensor)) {
        if (tensor.start() > at) {
          all.add(new Planned(opaque(at, tensor.start() - at), tensor.start() - at));
        }
        all.add(new Planned(tensor(tensor), tensor.bytes()));
        at = tensor.end();
      }
    }
    return all;
  }

  /** V-13 keeps 16 bits for the length of a name and 8 for the rank. */
  private static boolean isNameable(TensorInfo tensor) {
    return tensor.shape().size() <= SegmentBytes.MAX_RANK
        && tensor.name().length() <= SegmentBytes.MAX_NAME
        && tensor.name().getBytes(StandardCharsets.UTF_8).length <= SegmentBytes.MAX_NAME;
  }

  private Piece tensor(TensorInfo tensor) {
    SymbolSplit best = options.split().of(tensor.type());
    SymbolSplit split = tensor.bytes() % best.groupBytes() == 0 ? best : SymbolSplit.BYTES;
    return piece(
        new Segment(
            tensor.start(),
            tile(split),
            split,
            SegmentRole.TENSOR,
            tensor.type(),
            tensor.name(),
            tensor.shape()),
        tensor.format(),
        tensor.bytes());
  }

  /** So many bytes at most of which nothing is known. */
  Piece opaque(long start, long bytes) {
    SymbolSplit split = SymbolSplit.BYTES;
    return piece(
        new Segment(start, tile(split), split, SegmentRole.OPAQUE, ElementType.U8, "", List.of()),
        NumberFormat.OTHER,
        bytes);
  }

  /** Elements of one type, as many as will come. */
  Piece flat(long start, ElementType type) {
    SymbolSplit split = options.split().of(type);
    return piece(
        new Segment(start, tile(split), split, SegmentRole.FLAT, type, "", List.of()),
        type.format(),
        Long.MAX_VALUE);
  }

  private int tile(SymbolSplit split) {
    return options.tileSymbols() - options.tileSymbols() % split.groupSymbols();
  }

  private Piece piece(Segment segment, NumberFormat format, long bytes) {
    return new Piece(segment, format, ChunkSize.tiles(segment, bytes, near));
  }
}
