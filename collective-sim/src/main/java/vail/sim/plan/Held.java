package vail.sim.plan;

import java.util.Arrays;

/**
 * What a die holds at a place of its script: for each stretch of pieces, the operation that wrote
 * the values and the one that made their frame. Stretches lie in order and do not overlap.
 */
final class Held {
  /** Written by nobody: the pieces are not there. */
  static final int ABSENT = -2;

  /** There from the start; or, of a frame, none. */
  static final int NOBODY = -1;

  private int[] starts = new int[8];
  private int[] values = new int[8];
  private int[] frames = new int[8];
  private int size;
  private int begun;

  /** Pieces of all vectors, the input there and the rest not. */
  Held(int pieces, Range input) {
    starts[0] = 0;
    values[0] = ABSENT;
    frames[0] = NOBODY;
    starts[1] = pieces;
    size = 1;
    if (input.count() > 0) {
      write(input, NOBODY, NOBODY);
    }
  }

  /** Notes who wrote pieces, and who made a frame of just these, or NOBODY. */
  void write(Range pieces, int value, int frame) {
    int from = begin(pieces);
    int to = cut(pieces.end(), from + 1);
    remove(from + 1, to);
    values[from] = value;
    frames[from] = frame;
  }

  /** Notes that the values of pieces are to be had after a fence. Frames stay what they are. */
  void fence(Range pieces, int fence) {
    for (int i = begin(pieces); before(i, pieces); i++) {
      if (values[i] != ABSENT) {
        values[i] = fence;
      }
    }
  }

  /** Notes a frame made of pieces. */
  void frame(Range pieces, int frame) {
    for (int i = begin(pieces); before(i, pieces); i++) {
      frames[i] = frame;
    }
  }

  /** Whether an operation has written any piece of a range. */
  boolean isWritten(Range pieces) {
    for (int i = begin(pieces); before(i, pieces); i++) {
      if (values[i] >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The first stretch of a range, which is cut to begin and end with stretches. */
  int begin(Range pieces) {
    begun = cut(pieces.first(), begun);
    var _ = cut(pieces.end(), begun + 1);
    return begun;
  }

  /** Whether a stretch lies before the end of a range. */
  boolean before(int stretch, Range pieces) {
    return stretch < size && starts[stretch] < pieces.end();
  }

  int value(int stretch) {
    return values[stretch];
  }

  int frame(int stretch) {
    return frames[stretch];
  }

  /** Makes a stretch begin at a piece; returns its place, which often is the guess. */
  private int cut(int piece, int guess) {
    if (guess <= size && starts[guess] == piece) {
      return guess;
    }
    int at = Arrays.binarySearch(starts, 0, size + 1, piece);
    if (at >= 0) {
      return at;
    }
    at = -at - 1;
    insert(at, piece);
    return at;
  }

  private void insert(int at, int piece) {
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      values = Arrays.copyOf(values, starts.length);
      frames = Arrays.copyOf(frames, starts.length);
    }
    System.arraycopy(starts, at, starts, at + 1, size + 1 - at);
    System.arraycopy(values, at - 1, values, at, size - at + 1);
    System.arraycopy(frames, at - 1, frames, at, size - at + 1);
    starts[at] = piece;
    size++;
  }

  private void remove(int from, int to) {
    if (to > from) {
      System.arraycopy(starts, to, starts, from, size + 1 - to);
      System.arraycopy(values, to, values, from, size - to);
      System.arraycopy(frames, to, frames, from, size - to);
      size -= to - from;
    }
  }
}
