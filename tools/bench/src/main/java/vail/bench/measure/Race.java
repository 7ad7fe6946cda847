package vail.bench.measure;

/**
 * What one contest is about.
 *
 * @param plane what is coded
 * @param size how much
 * @param threads how many do the same at once
 * @param time what counts
 */
public record Race(String plane, Size size, int threads, Time time) {
  /** Whose time counts. */
  public enum Time {
    /** Processor time of the one thread that works. */
    PROCESSOR,
    /** Time on the wall, until the last thread is done. */
    WALL
  }
}
