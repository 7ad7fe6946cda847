package vail.sim.model;

import java.util.OptionalLong;
import vail.sim.net.Axis;
import vail.sim.plan.Collective;

/** Axis by axis, both ways around each; the parts get smaller from axis to axis. */
final class TorusForm {
  private TorusForm() {}

  /** The time with the data in so many slices; empty where ways would share a die's units. */
  static OptionalLong time(Scene scene, int slices) {
    long pieces = slices;
    long sum = 0;
    int axes = scene.grid().axes().size();
    long dies = scene.dies();
    for (int i = 0; i < axes; i++) {
      // A scattered or gathered part d has to lie at die d, which takes the slowest axis first.
      int axis = scene.collective() == Collective.ALL_REDUCE ? i : axes - 1 - i;
      Axis line = scene.grid().axes().get(axis);
      int ways = line.size() > 2 ? 2 : 1;
      boolean shared = slices > 1 && !scene.isLinksOnly();
      if (line.size() > 1 && (shared || !scene.hasUnits(ways))) {
        return OptionalLong.empty();
      }
      pieces *= line.size();
      Stages chunk = scene.chunk(axis, ways * pieces);
      // The last axis that is scattered is gathered first, and then all is encoded already.
      Stages gathered = pieces == dies * slices ? chunk : chunk.relayed();
      sum += axis(scene, line.size(), chunk, gathered);
    }
    return OptionalLong.of(sum);
  }

  private static long axis(Scene scene, int size, Stages chunk, Stages gathered) {
    long scatter = RingForm.reduceScatter(size, scene.lanes(), chunk);
    long gather = RingForm.allGather(size, scene.lanes(), gathered);
    return switch (scene.collective()) {
      case ALL_REDUCE -> scatter + gather;
      case REDUCE_SCATTER -> scatter;
      case ALL_GATHER -> gather;
      case ALL_TO_ALL, BROADCAST, REDUCE, SENDRECV ->
          throw new IllegalArgumentException("a torus does no " + scene.collective());
    };
  }
}
