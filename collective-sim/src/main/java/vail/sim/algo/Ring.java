package vail.sim.algo;

import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * One ring, each die sending to the next: the least traffic there can be, in N - 1 steps a phase.
 */
record Ring(Collective collective, int dies) implements Algorithm {
  @Override
  public String name() {
    return "ring";
  }

  @Override
  public int pieces() {
    return switch (collective) {
      case ALL_REDUCE, REDUCE_SCATTER, ALL_GATHER, ALL_TO_ALL -> dies;
      case BROADCAST, REDUCE, SENDRECV -> 1;
    };
  }

  @Override
  public void write(int die, Script script) {
    Line ring = Line.all(dies, die);
    Share all = Share.whole(new Range(0, pieces()));
    switch (collective) {
      case ALL_REDUCE -> {
        RingMoves.reduceScatter(ring, all, script);
        script.fence(all.range());
        RingMoves.allGather(ring, all, script);
      }
      case REDUCE_SCATTER -> RingMoves.reduceScatter(ring, all, script);
      case ALL_GATHER -> RingMoves.allGather(ring, all, script);
      case BROADCAST -> broadcast(ring, all.range(), script);
      case REDUCE -> reduce(ring, all.range(), script);
      case SENDRECV -> sendNext(ring, script);
      case ALL_TO_ALL -> throw new IllegalArgumentException("a ring has no all_to_all of its own");
    }
  }

  private static void sendNext(Line ring, Script script) {
    Range input = new Range(0, 1);
    Range output = new Range(1, 1);
    if (ring.size() == 1) {
      script.copy(input, output);
    } else {
      script.send(ring.die(1), input);
      script.store(ring.die(-1), output);
    }
  }

  /** From die 0 to the last, die by die. */
  private static void broadcast(Line ring, Range range, Script script) {
    if (ring.at() > 0) {
      script.store(ring.die(-1), range);
    }
    if (ring.at() < ring.size() - 1) {
      script.send(ring.die(1), range);
    }
  }

  /** From die 1 around to die 0, so that sums go the way a one-way ring goes. */
  private static void reduce(Line ring, Range range, Script script) {
    if (ring.at() != 1 && ring.size() > 1) {
      script.reduce(ring.die(-1), range);
    }
    if (ring.at() != 0) {
      script.send(ring.die(1), range);
    }
  }
}
