package vail.sim.algo;

import vail.sim.plan.Range;
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

  /** As {@link #reduceScatter}, half of each part either way around. */
  static void reduceScatterBothWays(Line ring, Range range, Script script) {
    if (ring.size() == 2) {
      reduceScatter(ring, Share.whole(range), script);
    } else {
      reduceScatter(ring, new Share(range, 0, 2), script);
      reduceScatter(ring.backwards(), new Share(range, 1, 2), script);
    }
  }

  /** As {@link #allGather}, half of each part either way around. */
  static void allGatherBothWays(Line ring, Range range, Script script) {
    if (ring.size() == 2) {
      allGather(ring, Share.whole(range), script);
    } else {
      allGather(ring, new Share(range, 0, 2), script);
      allGather(ring.backwards(), new Share(range, 1, 2), script);
    }
  }

  /** Each die sends its input to the next, and has that of the one before as its output. */
  static void shift(Line ring, Script script) {
    Range input = new Range(0, 1);
    Range output = new Range(1, 1);
    if (ring.size() == 1) {
      script.copy(input, output);
    } else {
      script.send(ring.die(1), input);
      script.store(ring.die(-1), output);
    }
  }
}
