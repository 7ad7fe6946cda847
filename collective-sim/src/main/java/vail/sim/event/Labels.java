package vail.sim.event;

/**
 * What an event is about, in one number: the die, the operation there and its lane, each as wide as
 * a run needs.
 */
final class Labels {
  private final int laneBits;
  private final int lowBits;

  /**
   * Labels of a run.
   *
   * @throws IllegalArgumentException if one number cannot hold them
   */
  Labels(int dies, int operations, int lanes) {
    laneBits = bits(lanes);
    lowBits = laneBits + bits(operations);
    if (lowBits + bits(dies) >= Long.SIZE) {
      throw new IllegalArgumentException(
          "%d operations of %d dies in %d lanes are too many".formatted(operations, dies, lanes));
    }
  }

  private static int bits(int count) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count - 1));
  }

  long of(int die, int operation, int lane) {
    return ((long) die << lowBits) | ((long) operation << laneBits) | lane;
  }

  int die(long label) {
    return (int) (label >>> lowBits);
  }

  int operation(long label) {
    return (int) (local(label) >>> laneBits);
  }

  /** All but the die. */
  long local(long label) {
    return label & ~(-1L << lowBits);
  }

  int lane(long label) {
    return (int) (label & ~(-1L << laneBits));
  }
}
