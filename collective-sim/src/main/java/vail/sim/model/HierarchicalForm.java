package vail.sim.model;

import java.util.OptionalLong;

/** Rings within groups, then rings across them. */
final class HierarchicalForm {
  private HierarchicalForm() {}

  static OptionalLong time(Scene scene) {
    int inner = scene.grid().axes().get(0).size();
    int outer = scene.grid().axes().get(1).size();
    int lanes = scene.lanes();
    Stages own = scene.chunk(1, scene.dies());
    return switch (scene.collective()) {
      case ALL_REDUCE -> {
        Stages part = scene.chunk(0, inner);
        yield OptionalLong.of(
            RingForm.reduceScatter(inner, lanes, part)
                + RingForm.reduceScatter(outer, lanes, own)
                + RingForm.allGather(outer, lanes, own)
                + RingForm.allGather(inner, lanes, outer > 1 ? part.relayed() : part));
      }
      case REDUCE_SCATTER ->
          OptionalLong.of(
              RingForm.reduceScatter(outer, lanes, scene.chunk(1, outer))
                  + RingForm.reduceScatter(inner, lanes, scene.chunk(0, scene.dies())));
      case ALL_GATHER -> {
        Stages all = scene.chunk(1, outer);
        yield OptionalLong.of(
            RingForm.allGather(inner, lanes, scene.chunk(0, scene.dies()))
                + RingForm.allGather(outer, lanes, inner > 1 ? all.relayed() : all));
      }
      case ALL_TO_ALL, BROADCAST, REDUCE, SENDRECV -> OptionalLong.empty();
    };
  }
}
