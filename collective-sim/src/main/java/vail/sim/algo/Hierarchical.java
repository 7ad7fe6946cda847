package vail.sim.algo;

import java.util.EnumSet;
import java.util.Set;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * Groups first: a ring within each group scatters sums, rings across groups finish them, and rings
 * within groups gather them, so that slow links between groups carry little.
 */
record Hierarchical(Collective collective, Layout layout) implements Algorithm {
  static final Set<Collective> DOES =
      EnumSet.of(Collective.ALL_REDUCE, Collective.REDUCE_SCATTER, Collective.ALL_GATHER);

  @Override
  public String name() {
    return "hierarchical";
  }

  @Override
  public int dies() {
    return layout.dies();
  }

  @Override
  public int pieces() {
    return layout.dies();
  }

  @Override
  public void write(int die, Script script) {
    Line inner = layout.line(0, die);
    Line outer = layout.line(1, die);
    Range all = new Range(0, pieces());
    switch (collective) {
      case ALL_REDUCE -> {
        Range own = Share.whole(all).part(inner, 0);
        RingMoves.reduceScatter(inner, Share.whole(all), script);
        script.fence(own);
        RingMoves.reduceScatter(outer, Share.whole(own), script);
        script.fence(own);
        RingMoves.allGather(outer, Share.whole(own), script);
        script.fence(own);
        RingMoves.allGather(inner, Share.whole(all), script);
      }
      case REDUCE_SCATTER -> {
        Range own = Share.whole(all).part(outer, 0);
        RingMoves.reduceScatter(outer, Share.whole(all), script);
        script.fence(own);
        RingMoves.reduceScatter(inner, Share.whole(own), script);
      }
      case ALL_GATHER -> {
        Range own = Share.whole(all).part(outer, 0);
        RingMoves.allGather(inner, Share.whole(own), script);
        script.fence(own);
        RingMoves.allGather(outer, Share.whole(all), script);
      }
      case ALL_TO_ALL, BROADCAST, REDUCE, SENDRECV ->
          throw new IllegalArgumentException("groups do no " + collective);
    }
  }
}
