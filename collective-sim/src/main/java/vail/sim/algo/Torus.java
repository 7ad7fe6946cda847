package vail.sim.algo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * Axis by axis, both ways around each: sums are scattered along every axis in turn and gathered in
 * the opposite order. With several slices, each begins with another axis, and all axes are busy.
 *
 * @param slices 1, or one an axis
 */
record Torus(Collective collective, Layout layout, int slices) implements Algorithm {
  static final Set<Collective> DOES =
      EnumSet.of(Collective.ALL_REDUCE, Collective.REDUCE_SCATTER, Collective.ALL_GATHER);

  /** Slices end with parts in different orders, which only the sum of all can hide. */
  static final Set<Collective> SLICED_DOES = EnumSet.of(Collective.ALL_REDUCE);

  @Override
  public String name() {
    return slices == 1 ? "torus" : "torus_slices";
  }

  @Override
  public int dies() {
    return layout.dies();
  }

  @Override
  public int pieces() {
    return 2 * layout.dies() * slices;
  }

  @Override
  public void write(int die, Script script) {
    for (int slice = 0; slice < slices; slice++) {
      List<Line> lines = lines(die, slice);
      Range range = new Range(0, pieces()).part(slice, slices);
      script.channel(slice);
      if (collective == Collective.ALL_GATHER) {
        gather(lines, range, script);
      } else {
        scatter(lines, range, script);
      }
    }
  }

  /**
   * The axes in the order of scattering. Part d is to be at die d, so the slowest comes first then.
   */
  private List<Line> lines(int die, int slice) {
    List<Line> lines = new ArrayList<>();
    for (int axis = 0; axis < layout.sizes().size(); axis++) {
      lines.add(layout.line(axis, die));
    }
    if (collective == Collective.ALL_REDUCE) {
      Collections.rotate(lines, -slice);
    } else {
      Collections.reverse(lines);
    }
    return lines;
  }

  private void scatter(List<Line> lines, Range range, Script script) {
    Range part = range;
    for (Line line : lines) {
      script.fence(part);
      RingMoves.reduceScatterBothWays(line, part, script);
      part = Share.whole(part).part(line, 0);
    }
    if (collective == Collective.ALL_REDUCE) {
      gather(lines, range, script);
    }
  }

  private static void gather(List<Line> lines, Range range, Script script) {
    if (lines.isEmpty()) {
      return;
    }
    Line first = lines.getFirst();
    Range part = Share.whole(range).part(first, 0);
    gather(lines.subList(1, lines.size()), part, script);
    script.fence(part);
    RingMoves.allGatherBothWays(first, range, script);
  }
}
