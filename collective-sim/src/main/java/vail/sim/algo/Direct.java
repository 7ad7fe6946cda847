package vail.sim.algo;

import java.util.EnumSet;
import java.util.Set;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/** Each die sends each other die what that one needs; the network finds the way. */
record Direct(Collective collective, int dies) implements Algorithm {
  static final Set<Collective> DOES = EnumSet.allOf(Collective.class);

  @Override
  public String name() {
    return "direct";
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
    Line all = Line.all(dies, die);
    switch (collective) {
      case ALL_REDUCE -> {
        reduceScatter(all, script);
        script.fence(new Range(0, dies));
        allGather(all, script);
      }
      case REDUCE_SCATTER -> reduceScatter(all, script);
      case ALL_GATHER -> allGather(all, script);
      case ALL_TO_ALL -> allToAll(all, script);
      case BROADCAST -> broadcast(die, script);
      case REDUCE -> reduce(die, script);
      case SENDRECV -> RingMoves.shift(all, script);
    }
  }

  private void reduceScatter(Line all, Script script) {
    for (int step = 1; step < dies; step++) {
      script.send(all.die(step), new Range(all.die(step), 1));
    }
    for (int step = 1; step < dies; step++) {
      script.reduce(all.die(-step), new Range(all.at(), 1));
    }
  }

  private void allGather(Line all, Script script) {
    for (int step = 1; step < dies; step++) {
      script.send(all.die(step), new Range(all.at(), 1));
    }
    for (int step = 1; step < dies; step++) {
      script.store(all.die(-step), new Range(all.die(-step), 1));
    }
  }

  private void allToAll(Line all, Script script) {
    script.copy(new Range(all.at(), 1), new Range(dies + all.at(), 1));
    for (int step = 1; step < dies; step++) {
      script.send(all.die(step), new Range(all.die(step), 1));
    }
    for (int step = 1; step < dies; step++) {
      script.store(all.die(-step), new Range(dies + all.die(-step), 1));
    }
  }

  private void broadcast(int die, Script script) {
    Range all = new Range(0, 1);
    if (die > 0) {
      script.store(0, all);
      return;
    }
    for (int other = 1; other < dies; other++) {
      script.send(other, all);
    }
  }

  private void reduce(int die, Script script) {
    Range all = new Range(0, 1);
    if (die > 0) {
      script.send(0, all);
      return;
    }
    for (int other = 1; other < dies; other++) {
      script.reduce(other, all);
    }
  }
}
