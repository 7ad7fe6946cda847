package vail.sim.bytes;

import java.util.List;

/**
 * What a run with real frames has come to.
 *
 * @param traffic bytes of each message
 * @param steps what was sent in each step
 * @param certificate that nothing was lost
 */
public record Moved(Traffic traffic, List<StepFigures> steps, Certificate certificate) {
  /** Takes a copy. */
  public Moved {
    steps = List.copyOf(steps);
  }

  /** SHA-256 over all coded frames: the same on any number of threads and on any backend. */
  public String frames() {
    return traffic.digest();
  }

  /** What each die has sent each other. */
  public List<PairFigures> pairs() {
    return traffic.pairs();
  }
}
