package vail.bench.measure;

/**
 * When to stop.
 *
 * @param wall what it goes by
 * @param end its last nanosecond
 */
public record Deadline(Clock wall, long end) {
  /** So many nanoseconds from now. */
  public static Deadline in(Clock wall, long nanos) {
    return new Deadline(wall, wall.nanos() + nanos);
  }

  /** Whether it has passed. */
  public boolean over() {
    return left() <= 0;
  }

  /** The deadline for one of so many equal parts of the time that is left. */
  public Deadline part(int parts) {
    return in(wall, Math.max(0, left()) / parts);
  }

  private long left() {
    return end - wall.nanos();
  }
}
