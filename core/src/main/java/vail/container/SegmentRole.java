package vail.container;

import java.util.Arrays;
import java.util.Optional;

/** What a run of bytes of the original file is (V-13). */
public enum SegmentRole {
  /** Headers, gaps, whatever nobody explained. */
  OPAQUE(0),
  /** A tensor with a name and a shape. */
  TENSOR(1),
  /** Elements of a known type, as many as there are. */
  FLAT(2);

  private final int number;

  SegmentRole(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static Optional<SegmentRole> find(int number) {
    return Arrays.stream(values()).filter(role -> role.number == number).findFirst();
  }
}
