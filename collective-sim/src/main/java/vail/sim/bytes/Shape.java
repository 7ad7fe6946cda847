package vail.sim.bytes;

import java.util.Arrays;

/** Where the pieces of a chunk lie: one lane after the other, in each all pieces. */
final class Shape {
  private final int lanes;
  private final int[] starts;

  private Shape(int lanes, int[] starts) {
    this.lanes = lanes;
    this.starts = starts;
  }

  /** A shape of pieces of these sizes, lane by lane. */
  static Shape of(int lanes, int[] sizes) {
    int[] starts = new int[sizes.length + 1];
    for (int i = 0; i < sizes.length; i++) {
      starts[i + 1] = Math.addExact(starts[i], sizes[i]);
    }
    return new Shape(lanes, starts);
  }

  int lanes() {
    return lanes;
  }

  /** Bytes of each piece of each lane, lane by lane. */
  int[] sizes() {
    int[] sizes = new int[starts.length - 1];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = starts[i + 1] - starts[i];
    }
    return sizes;
  }

  int pieces() {
    return (starts.length - 1) / lanes;
  }

  int start(int lane, int piece) {
    return starts[lane * pieces() + piece];
  }

  int size(int lane, int piece) {
    return starts[lane * pieces() + piece + 1] - start(lane, piece);
  }

  /** Where a lane starts; that of the lane behind the last is the end. */
  int laneStart(int lane) {
    return starts[lane * pieces()];
  }

  int laneBytes(int lane) {
    return laneStart(lane + 1) - laneStart(lane);
  }

  /** Bytes of all. */
  int bytes() {
    return starts[starts.length - 1];
  }

  boolean equalTo(Shape other) {
    return lanes == other.lanes && Arrays.equals(starts, other.starts);
  }
}
