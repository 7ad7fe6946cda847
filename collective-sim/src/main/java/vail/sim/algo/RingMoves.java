package vail.sim.algo;

import vail.sim.plan.Script;

/** Moves along a ring, each die sending to the next only. */
final class RingMoves {
  private RingMoves() {}

  /** Each die ends with the sum of its own part: size - 1 steps. */
  static void reduceScatter(Line ring, Share share, Script script) {
    for (int step = 1; step < ring.size(); step++) {
      script.send(ring.die(1), share.part(ring, -step));
      script.reduce(ring.die(-1), share.part(ring, -step - 1));
    }
  }

  /** Each die begins with its own part and ends with all: size - 1 steps. */
  static void allGather(Line ring, Share share, Script script) {
    for (int step = 1; step < ring.size(); step++) {
      script.send(ring.die(1), share.part(ring, 1 - step));
      script.store(ring.die(-1), share.part(ring, -step));
    }
  }
}
