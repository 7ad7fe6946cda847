package vail.cli.sim;

import java.util.Optional;
import java.util.OptionalLong;
import vail.sim.bytes.Moved;
import vail.sim.event.Waits;
import vail.sim.live.LiveOutcome;
import vail.sim.plan.Collective;

/**
 * One answer.
 *
 * @param size bytes of each die's data
 * @param ran who decided about codecs in the end; never the best
 * @param codec as it was asked for, and after a colon what came of it
 * @param time picoseconds
 * @param work what was seen besides, where there was a run
 * @param moved what became of real values, where such were moved
 * @param lived what dies that really ran are compared with, where they did
 */
record Row(
    long size,
    Policy ran,
    String codec,
    long time,
    Optional<Work> work,
    Optional<Moved> moved,
    Optional<Lived> lived) {
  private static final double PS_A_US = 1e6;

  /** An answer without a run. */
  Row(long size, Policy ran, String codec, long time) {
    this(size, ran, codec, time, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Beside the time of dies that really ran.
   *
   * @param modelled picoseconds that the model says
   * @param dilation how many times slower they were made to run; 0 for not at all
   * @param outcome of their run
   * @param history of their book, where they ran several rounds
   */
  record Lived(long modelled, long dilation, LiveOutcome outcome, Optional<History> history) {
    /** How long they ran, all rounds together. */
    long nanos() {
      return outcome.nanos();
    }
  }

  /** Whether nothing was held back: then its time is this computer's, and no model's. */
  boolean isHostTime() {
    return lived.filter(dies -> dies.dilation == 0).isPresent();
  }

  /** What was seen besides, where that took the time of this row. */
  Optional<Work> timed() {
    return isHostTime() ? Optional.empty() : work;
  }

  /** How much more the dies took than the model says; of a model that takes no time, nothing. */
  double error(Lived dies) {
    return dies.modelled == 0 ? 0 : (double) time / dies.modelled - 1;
  }

  /**
   * What a run has seen.
   *
   * @param wireBytes on all links
   * @param codedBytes of values in each pass over them: counting symbols, encoding, decoding
   * @param ratio of messages to their values
   * @param busiest bytes on the link that carried most
   * @param encode picoseconds that the busiest die's encoders worked
   * @param decode picoseconds that the busiest die's decoders worked
   * @param exposed picoseconds that a codec without delay would have saved
   * @param linkWaits how long messages waited for a link
   * @param unitWaits how long work waited for a codec's unit
   * @param bound what was busiest
   * @param digest of all events
   */
  record Work(
      long wireBytes,
      long codedBytes,
      double ratio,
      long busiest,
      long encode,
      long decode,
      OptionalLong exposed,
      Waits linkWaits,
      Waits unitWaits,
      String bound,
      String digest) {}

  /** The codec as it was asked for. */
  String asked() {
    return codec.replaceFirst(":.*", "");
  }

  /** Whether a codec was used anywhere: hops that decide by themselves may all decline. */
  boolean compresses() {
    return ran != Policy.NONE && !codec.endsWith(":none");
  }

  double microseconds() {
    return time / PS_A_US;
  }

  /** Decimal gigabytes a second of data. */
  double algbw() {
    return time == 0 ? 0 : size / (time / 1e3);
  }

  /** The same as every link would see it in the best algorithm. */
  double busbw(Collective collective, int dies) {
    double once = (dies - 1.0) / dies;
    return algbw()
        * switch (collective) {
          case ALL_REDUCE -> 2 * once;
          case REDUCE_SCATTER, ALL_GATHER, ALL_TO_ALL -> once;
          case BROADCAST, REDUCE, SENDRECV -> 1;
        };
  }

  /** Decimal gigabytes a second on the busiest link. */
  double wirebw() {
    return work.isEmpty() || time == 0 ? 0 : work.get().busiest() / (time / 1e3);
  }
}
