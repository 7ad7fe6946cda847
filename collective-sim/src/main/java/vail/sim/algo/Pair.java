package vail.sim.algo;

import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * One die sends to one other, however far away.
 *
 * @param dies all there are
 * @param from the one
 * @param to the other
 */
public record Pair(int dies, int from, int to) implements Algorithm {
  /** Rejects dies that are not there, and one that sends to itself. */
  public Pair {
    if (Math.min(from, to) < 0 || Math.max(from, to) >= dies || from == to) {
      throw new IllegalArgumentException(
          "from %d to %d: two different dies from 0 to %d are accepted"
              .formatted(from, to, dies - 1));
    }
  }

  @Override
  public String name() {
    return "pair";
  }

  @Override
  public Collective collective() {
    return Collective.SENDRECV;
  }

  @Override
  public int pieces() {
    return 1;
  }

  @Override
  public Range output(int die) {
    return new Range(1, die == to ? 1 : 0);
  }

  @Override
  public void write(int die, Script script) {
    if (die == from) {
      script.send(to, new Range(0, 1));
    }
    if (die == to) {
      script.store(from, new Range(1, 1));
    }
  }
}
