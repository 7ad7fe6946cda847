package vail.sim.model;

import java.util.OptionalLong;

/** Everybody to everybody at once, each pair over a link of its own. */
final class DirectForm {
  private DirectForm() {}

  static OptionalLong time(Scene scene) {
    if (scene.dies() == 1) {
      return OptionalLong.of(0);
    }
    int pieces =
        switch (scene.collective()) {
          case ALL_REDUCE, REDUCE_SCATTER, ALL_GATHER, ALL_TO_ALL -> scene.dies();
          case BROADCAST, REDUCE, SENDRECV -> 1;
        };
    Stages chunk = scene.chunk(0, pieces);
    long once = scene.lanes() * chunk.wire() + chunk.latency();
    return OptionalLong.of(
        switch (scene.collective()) {
          case ALL_REDUCE -> 2 * once;
          case REDUCE_SCATTER, ALL_GATHER, ALL_TO_ALL, BROADCAST, REDUCE, SENDRECV -> once;
        });
  }
}
