package vail.sim.plan;

/**
 * Pieces of a die's data that lie side by side in one vector.
 *
 * @param first 0 or more
 * @param count 0 or more
 */
public record Range(int first, int count) {
  /** Rejects a range below 0. */
  public Range {
    if (first < 0 || count < 0) {
      throw new IllegalArgumentException("pieces are counted from 0");
    }
  }

  /** The first piece after it. */
  public int end() {
    return first + count;
  }

  /** One of so many equal parts, which must divide the range. */
  public Range part(int index, int parts) {
    if (count % parts != 0) {
      throw new IllegalArgumentException(count + " pieces have no " + parts + " equal parts");
    }
    int size = count / parts;
    return new Range(first + index * size, size);
  }

  @Override
  public String toString() {
    return count == 1 ? "piece " + first : "pieces " + first + " to " + (end() - 1);
  }
}
