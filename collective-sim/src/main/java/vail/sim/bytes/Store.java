package vail.sim.bytes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vail.sim.bytes.Chunk.Piece;

/** What a die holds: the values of each piece, and the frames that some of them came or went in. */
final class Store {
  private final Piece[] pieces;
  private final Map<Integer, Frame> frames = new HashMap<>();

  /** Room for so many pieces. */
  Store(int count) {
    pieces = new Piece[count];
  }

  private Store(Piece... pieces) {
    this.pieces = pieces;
  }

  /** A store of its own with the same values. */
  Store copy() {
    return new Store(pieces.clone());
  }

  /** Values of pieces that are there. */
  Chunk read(int first, int count) {
    return Chunk.of(Arrays.copyOfRange(pieces, first, first + count));
  }

  /** Replaces pieces by those of a chunk. */
  void write(int first, Chunk chunk) {
    for (int i = 0; i < chunk.pieces(); i++) {
      pieces[first + i] = new Piece(chunk, i);
      frames.remove(first + i);
    }
  }

  /** Notes the frames that hold just the pieces from one on. */
  void note(int first, List<Frame> made) {
    int at = first;
    for (Frame frame : made) {
      for (int i = 0; i < frame.pieces(); i++) {
        frames.put(at++, frame);
      }
    }
  }

  /** The frames of pieces, whose values have not changed since. */
  List<Frame> frames(int first, int count) {
    List<Frame> found = new ArrayList<>();
    for (int at = first; at < first + count; at += found.getLast().pieces()) {
      Frame frame = frames.get(at);
      if (frame == null) {
        throw new IllegalStateException("piece " + at + " was never encoded");
      }
      found.add(frame);
    }
    return found;
  }
}
