package vail.bench.measure;

/**
 * How long things are timed.
 *
 * @param rounds most rounds of a contest
 * @param leastRounds rounds that are run even when the deadline has passed
 * @param laps most laps of a racer in a round
 * @param warmUpNanos a racer goes round for so long before it is timed
 * @param leastNanos a lap codes the same blocks again until it takes so long
 * @param mostNanos a lap takes fewer blocks if all would take longer
 */
public record Pace(
    int rounds, int leastRounds, int laps, long warmUpNanos, long leastNanos, long mostNanos) {
  private static final long MILLI = 1_000_000;

  /** For figures that are to be quoted. */
  public static final Pace THOROUGH = new Pace(21, 5, 1, 600 * MILLI, 3 * MILLI, 40 * MILLI);

  /** For a first impression. */
  public static final Pace QUICK = new Pace(11, 2, 1, 150 * MILLI, 2 * MILLI, 10 * MILLI);

  /** For data beyond all caches: each lap goes once through all of it. */
  static final Pace WHOLE = new Pace(5, 3, 1, 0, 0, Long.MAX_VALUE);

  /** The same for single calls: many, and each timed by itself. */
  Pace singleCalls() {
    return new Pace(rounds, leastRounds, 200, warmUpNanos, 0, mostNanos);
  }

  /** Laps of a round when one takes so long. */
  int laps(double nanos) {
    return Math.clamp((long) (5.0 * mostNanos / Math.max(1, nanos)), 1, laps);
  }

  /** Whether each lap takes all blocks once. */
  boolean wholeLaps() {
    return mostNanos == Long.MAX_VALUE;
  }

  /** Blocks of a lap, of so many, when one takes so long. */
  int blocks(Racer.Lap one, int all) {
    double slower = Math.max(one.encode(), one.decode());
    return Math.clamp((long) (mostNanos / Math.max(1, slower)), 1, all);
  }

  /** How often to code what takes so long once. */
  int repeats(double nanos) {
    return (int) Math.ceil(leastNanos / Math.max(1, nanos));
  }
}
