package vail.sim.bytes;

import java.util.Arrays;

/**
 * The values of some pieces in all lanes. Never changed once made, so that dies can hand them on
 * without copies.
 */
final class Chunk {
  private final Shape shape;
  private final byte[] bytes;
  private byte[] digest = {};

  /** Values of a shape, which the chunk takes over. */
  Chunk(Shape shape, byte[] bytes) {
    this.shape = shape;
    this.bytes = bytes;
  }

  /** A piece of a chunk. */
  record Piece(Chunk chunk, int index) {}

  Shape shape() {
    return shape;
  }

  /** The elements; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** SHA-256 of the elements, made when it is first asked for. */
  byte[] digest() {
    byte[] known = digest;
    if (known.length == 0) {
      known = Sha.of(bytes);
      digest = known;
    }
    return known;
  }

  /**
   * Takes over the digest of another chunk if its bytes are the same: what many get is hashed once.
   */
  void learn(Chunk other) {
    if (Arrays.equals(bytes, other.bytes)) {
      digest = other.digest();
    }
  }

  int pieces() {
    return shape.pieces();
  }

  /** Pieces side by side as one chunk: the one they came in, if they are just that. */
  static Chunk of(Piece... pieces) {
    Chunk first = pieces[0].chunk();
    for (int i = 0; i < pieces.length; i++) {
      if (pieces[i].chunk() != first || pieces[i].index() != i) {
        return copy(pieces);
      }
    }
    return first.pieces() == pieces.length ? first : copy(pieces);
  }

  /** The same pieces of several lanes, each of which comes as a chunk of its own. */
  static Chunk besides(Chunk... lanes) {
    int pieces = lanes[0].pieces();
    int[] sizes = new int[lanes.length * pieces];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = lanes[i / pieces].shape.size(0, i % pieces);
    }
    Shape shape = Shape.of(lanes.length, sizes);
    byte[] bytes = new byte[shape.bytes()];
    for (int lane = 0; lane < lanes.length; lane++) {
      byte[] from = lanes[lane].bytes;
      System.arraycopy(from, 0, bytes, shape.laneStart(lane), from.length);
    }
    return new Chunk(shape, bytes);
  }

  private static Chunk copy(Piece... pieces) {
    int lanes = pieces[0].chunk().shape.lanes();
    int[] sizes = new int[lanes * pieces.length];
    for (int i = 0; i < sizes.length; i++) {
      Piece piece = pieces[i % pieces.length];
      sizes[i] = piece.chunk().shape.size(i / pieces.length, piece.index());
    }
    Shape shape = Shape.of(lanes, sizes);
    byte[] bytes = new byte[shape.bytes()];
    for (int i = 0; i < sizes.length; i++) {
      Piece piece = pieces[i % pieces.length];
      int from = piece.chunk().shape.start(i / pieces.length, piece.index());
      System.arraycopy(
          piece.chunk().bytes,
          from,
          bytes,
          shape.start(i / pieces.length, i % pieces.length),
          sizes[i]);
    }
    return new Chunk(shape, bytes);
  }

  /**
   * The sums of its elements and those of another chunk.
   *
   * @throws IllegalArgumentException if they are not as many
   */
  Chunk plus(Chunk other, Arithmetic arithmetic) {
    return sum(other, arithmetic, new byte[bytes.length]);
  }

  /** The same in the place of the other chunk's elements, which nobody may want any more. */
  Chunk plusInto(Chunk other, Arithmetic arithmetic) {
    return sum(other, arithmetic, other.bytes);
  }

  private Chunk sum(Chunk other, Arithmetic arithmetic, byte[] sums) {
    if (!shape.equalTo(other.shape)) {
      throw new IllegalArgumentException("chunks of different sizes have no sum");
    }
    arithmetic.add(bytes, other.bytes, sums);
    return new Chunk(shape, sums);
  }
}
