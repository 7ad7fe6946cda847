package vail.sim.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vail.sim.net.Axis.Kind;

/**
 * Makes grids from the names users write: {@code ring:8}, {@code torus:4x4x4}, {@code switch:16}.
 */
public final class Grids {
  private static final Map<String, Kind> KINDS =
      Map.of(
          "ring", Kind.RING,
          "biring", Kind.BIRING,
          "mesh", Kind.LINE,
          "torus", Kind.BIRING,
          "full", Kind.FULL,
          "switch", Kind.SWITCH);
  private static final String FORMS =
      "; accepted are ring:8, biring:8, mesh:4x4, torus:4x4x4, switch:16, full:16";
  private static final int MOST_DIES = 1 << 24;

  private Grids() {}

  /**
   * Reads a name.
   *
   * @param link of every axis
   * @throws IllegalArgumentException what is wrong with the name, and what is accepted
   */
  public static Grid parse(String name, Link link) {
    int colon = name.indexOf(':');
    Kind kind = colon < 0 ? null : KINDS.get(name.substring(0, colon));
    if (kind == null) {
      throw new IllegalArgumentException("'" + name + "' is no topology" + FORMS);
    }
    List<Axis> axes = new ArrayList<>();
    for (int size : sizes(name, name.substring(colon + 1))) {
      axes.add(new Axis(kind, size, link));
    }
    return new Grid(name, axes);
  }

  private static int[] sizes(String name, String text) {
    if (!text.matches("[1-9][0-9]{0,7}(x[1-9][0-9]{0,7}){0,7}")) {
      throw new IllegalArgumentException("'" + name + "' has no sizes" + FORMS);
    }
    int[] sizes = Arrays.stream(text.split("x")).mapToInt(Integer::parseInt).toArray();
    long dies = Arrays.stream(sizes).asLongStream().reduce(1, Math::multiplyExact);
    if (dies > MOST_DIES) {
      throw new IllegalArgumentException("'" + name + "' has more than " + MOST_DIES + " dies");
    }
    return sizes;
  }
}
