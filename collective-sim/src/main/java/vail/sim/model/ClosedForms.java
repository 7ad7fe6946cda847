package vail.sim.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import vail.sim.net.Axis.Kind;
import vail.sim.plan.Collective;

/**
 * Times without a run, in picoseconds: exact where no two messages want one link at a time, and
 * empty where they would, or where ways share a codec.
 */
public final class ClosedForms {
  private static final List<Kind> ONE_WAY = List.of(Kind.RING, Kind.BIRING, Kind.FULL);
  private static final List<Kind> BOTH_WAYS = List.of(Kind.BIRING);
  private static final List<Kind> ALL = List.of(Kind.FULL);

  /** The closed form of one algorithm. */
  @FunctionalInterface
  private interface Form {
    OptionalLong time(Scene scene);
  }

  private static final Map<String, Form> FORMS =
      Map.of(
          "ring", ClosedForms::ring,
          "biring", ClosedForms::biring,
          "halving_doubling", ClosedForms::halvingDoubling,
          "recursive_doubling", ClosedForms::recursiveDoubling,
          "direct", ClosedForms::direct,
          "tree", ClosedForms::tree,
          "hierarchical", ClosedForms::hierarchical,
          "torus", ClosedForms::torus,
          "torus_slices", ClosedForms::torusSlices);

  private ClosedForms() {}

  /** The time of an algorithm. */
  public static OptionalLong time(String algorithm, Scene scene) {
    Form form = FORMS.get(algorithm);
    return form == null ? OptionalLong.empty() : form.time(scene);
  }

  private static OptionalLong ring(Scene scene) {
    if (!scene.isRow() || !scene.isJoinedBy(ONE_WAY) || !scene.hasUnits(1)) {
      return OptionalLong.empty();
    }
    int dies = scene.dies();
    int lanes = scene.lanes();
    Stages part = scene.chunk(0, dies);
    Stages all = scene.chunk(0, 1);
    return OptionalLong.of(
        switch (scene.collective()) {
          case ALL_REDUCE ->
              RingForm.reduceScatter(dies, lanes, part) + RingForm.allGather(dies, lanes, part);
          case REDUCE_SCATTER -> RingForm.reduceScatter(dies, lanes, part);
          case ALL_GATHER -> RingForm.allGather(dies, lanes, part);
          case BROADCAST -> RingForm.broadcast(dies, lanes, all);
          case REDUCE -> RingForm.reduce(dies, lanes, all);
          case SENDRECV -> RingForm.broadcast(Math.min(dies, 2), lanes, all);
          case ALL_TO_ALL -> throw new IllegalArgumentException("a ring does no all_to_all");
        });
  }

  private static OptionalLong biring(Scene scene) {
    boolean halves =
        scene.collective() == Collective.ALL_REDUCE
            || scene.collective() == Collective.REDUCE_SCATTER;
    return halves && scene.isRow() && scene.isJoinedBy(BOTH_WAYS)
        ? TorusForm.time(scene, 1)
        : OptionalLong.empty();
  }

  private static OptionalLong torus(Scene scene) {
    return scene.isJoinedBy(BOTH_WAYS) ? TorusForm.time(scene, 1) : OptionalLong.empty();
  }

  /** Slices meet only where one has to wait for a longer axis than its own. */
  private static OptionalLong torusSlices(Scene scene) {
    boolean cube = scene.grid().axes().stream().distinct().count() == 1;
    return cube && scene.isJoinedBy(BOTH_WAYS)
        ? TorusForm.time(scene, scene.grid().axes().size())
        : OptionalLong.empty();
  }

  private static OptionalLong hierarchical(Scene scene) {
    return scene.grid().axes().size() == 2 && scene.isJoinedBy(ONE_WAY) && scene.hasUnits(1)
        ? HierarchicalForm.time(scene)
        : OptionalLong.empty();
  }

  private static OptionalLong halvingDoubling(Scene scene) {
    return isOneByOneAmongAll(scene) ? HalvingForm.time(scene) : OptionalLong.empty();
  }

  private static OptionalLong recursiveDoubling(Scene scene) {
    long steps = Integer.numberOfTrailingZeros(scene.dies());
    return isOneByOneAmongAll(scene)
        ? OptionalLong.of(steps * scene.chunk(0, 1).all())
        : OptionalLong.empty();
  }

  /** Whether a power of two of dies exchange whole pieces with anyone. */
  private static boolean isOneByOneAmongAll(Scene scene) {
    return scene.isRow()
        && scene.isJoinedBy(ALL)
        && scene.hasUnits(1)
        && scene.lanes() == 1
        && Integer.bitCount(scene.dies()) == 1;
  }

  /** To the next die only, a ring and all others do the same. */
  private static OptionalLong direct(Scene scene) {
    if (scene.collective() == Collective.SENDRECV && scene.isJoinedBy(ALL)) {
      return ring(scene);
    }
    boolean fits = scene.isRow() && scene.isJoinedBy(ALL) && scene.isLinksOnly();
    return fits ? DirectForm.time(scene) : OptionalLong.empty();
  }

  private static OptionalLong tree(Scene scene) {
    if (!scene.isRow() || !scene.isJoinedBy(ALL) || !scene.isLinksOnly()) {
      return OptionalLong.empty();
    }
    Stages all = scene.chunk(0, 1);
    int depth = Integer.SIZE - Integer.numberOfLeadingZeros(scene.dies() - 1);
    int levels = scene.collective() == Collective.ALL_REDUCE ? 2 * depth : depth;
    long last = depth == 0 ? 0 : (scene.lanes() - 1) * all.wire();
    return OptionalLong.of(levels * all.all() + last);
  }
}
