package vail.sim.algo;

import java.util.EnumSet;
import java.util.Set;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * A ring used both ways. Sums go around in two halves; what is only spread goes the shorter way, in
 * half the steps.
 */
record BidirectionalRing(Collective collective, int dies) implements Algorithm {
  static final Set<Collective> DOES =
      EnumSet.of(
          Collective.ALL_REDUCE,
          Collective.REDUCE_SCATTER,
          Collective.ALL_GATHER,
          Collective.BROADCAST,
          Collective.REDUCE);

  @Override
  public String name() {
    return "biring";
  }

  @Override
  public int pieces() {
    return switch (collective) {
      case ALL_REDUCE, REDUCE_SCATTER, ALL_GATHER -> 2 * dies;
      case BROADCAST, REDUCE, SENDRECV, ALL_TO_ALL -> 1;
    };
  }

  @Override
  public void write(int die, Script script) {
    Line ring = Line.all(dies, die);
    Range all = new Range(0, pieces());
    switch (collective) {
      case ALL_REDUCE -> {
        RingMoves.reduceScatterBothWays(ring, all, script);
        script.fence(all);
        RingMoves.allGatherBothWays(ring, all, script);
      }
      case REDUCE_SCATTER -> RingMoves.reduceScatterBothWays(ring, all, script);
      case ALL_GATHER -> gather(ring, all, script);
      case BROADCAST -> broadcast(all, die, script);
      case REDUCE -> reduce(all, die, script);
      case SENDRECV, ALL_TO_ALL ->
          throw new IllegalArgumentException("a ring both ways does no " + collective);
    }
  }

  /** Each part goes both ways until it has met itself; half of it each way on the last step. */
  private void gather(Line ring, Range all, Script script) {
    Line back = ring.backwards();
    Share share = Share.whole(all);
    for (int step = 1; step <= (dies - 1) / 2; step++) {
      script.send(ring.die(1), share.part(ring, 1 - step));
      script.send(back.die(1), share.part(back, 1 - step));
      script.store(ring.die(-1), share.part(ring, -step));
      script.store(back.die(-1), share.part(back, -step));
    }
    if (dies % 2 == 0) {
      int step = dies / 2;
      Line other = dies == 2 ? ring : back;
      script.send(ring.die(1), new Share(all, 0, 2).part(ring, 1 - step));
      script.send(other.die(1), new Share(all, 1, 2).part(other, 1 - step));
      script.store(ring.die(-1), new Share(all, 0, 2).part(ring, -step));
      script.store(other.die(-1), new Share(all, 1, 2).part(other, -step));
    }
  }

  private void broadcast(Range all, int die, Script script) {
    int up = dies / 2;
    if (die > 0) {
      script.store(die <= up ? die - 1 : (die + 1) % dies, all);
    }
    if (die < up) {
      script.send(die + 1, all);
    }
    if (die > up + 1 || die == 0 && up + 1 < dies) {
      script.send(Math.floorMod(die - 1, dies), all);
    }
  }

  private void reduce(Range all, int die, Script script) {
    int up = dies / 2;
    if (die < up) {
      script.reduce(die + 1, all);
    }
    if (die > up + 1 || die == 0 && up + 1 < dies) {
      script.reduce(Math.floorMod(die - 1, dies), all);
    }
    if (die > 0) {
      script.send(die <= up ? die - 1 : (die + 1) % dies, all);
    }
  }
}
