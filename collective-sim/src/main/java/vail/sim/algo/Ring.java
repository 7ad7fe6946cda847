package vail.sim.algo;

import java.util.EnumSet;
import java.util.Set;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * One ring, each die sending to the next: the least traffic there can be, in N - 1 steps a phase.
 */
record Ring(Collective collective, int dies) implements Algorithm {
  static final Set<Collective> DOES = EnumSet.complementOf(EnumSet.of(Collective.ALL_TO_ALL));

  @Override
  public String name() {
    return "ring";
  }

  @Override
  public int pieces() {
    return switch (collective) {
      case ALL_REDUCE, REDUCE_SCATTER, ALL_GATHER -> dies;
      case BROADCAST, REDUCE, SENDRECV, ALL_TO_ALL -> 1;
    };
  }

  @Override
  public void write(int die, Script script) {
    Line ring = Line.all(dies, die);
    Range all = new Range(0, pieces());
    switch (collective) {
      case ALL_REDUCE -> {
        RingMoves.reduceScatter(ring, Share.whole(all), script);
        script.fence(all);
        RingMoves.allGather(ring, Share.whole(all), script);
      }
      case REDUCE_SCATTER -> RingMoves.reduceScatter(ring, Share.whole(all), script);
      case ALL_GATHER -> RingMoves.allGather(ring, Share.whole(all), script);
      case BROADCAST -> broadcast(ring, all, script);
      case REDUCE -> reduce(ring, all, script);
      case SENDRECV -> RingMoves.shift(ring, script);
      case ALL_TO_ALL -> throw new IllegalArgumentException("a ring does no " + collective);
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
