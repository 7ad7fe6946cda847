package vail.sim.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vail.sim.net.Axis.Kind;

/**
 * Makes grids from the names users write: {@code ring:8}, {@code torus:4x4x4}, or several with
 * commas between, whose product is meant: {@code ring:2,full:8,switch:4}.
 */
public final class Grids {
  /** A grid has no more. */
  public static final int MOST_DIES = 1 << 24;

  private static final Map<String, Kind> KINDS =
      Map.of(
          "ring", Kind.RING,
          "biring", Kind.BIRING,
          "mesh", Kind.LINE,
          "torus", Kind.BIRING,
          "full", Kind.FULL,
          "switch", Kind.SWITCH);
  private static final String FORMS =
      "; accepted are ring:8, biring:8, mesh:4x4, torus:4x4x4, switch:16, full:16, products of them"
          + " like full:8,switch:4, and the name of a file";

  private Grids() {}

  /** The same link on every axis; see {@link #parse(String, List)}. */
  public static Grid parse(String name, Link link) {
    return parse(name, List.of(link));
  }

  /**
   * Reads a name.
   *
   * @param links one, or one an axis
   * @throws IllegalArgumentException what is wrong with the name, and what is accepted
   */
  public static Grid parse(String name, List<Link> links) {
    List<Axis> axes = new ArrayList<>();
    for (String factor : name.split(",", -1)) {
      int colon = factor.indexOf(':');
      Kind kind = colon < 0 ? null : KINDS.get(factor.substring(0, colon));
      if (kind == null) {
        throw new IllegalArgumentException("'" + name + "' is no topology" + FORMS);
      }
      for (int size : sizes(name, factor.substring(colon + 1))) {
        axes.add(new Axis(kind, size, links.get(Math.min(axes.size(), links.size() - 1))));
      }
    }
    check(name, axes, links);
    return new Grid(name, axes);
  }

  private static int[] sizes(String name, String text) {
    if (!text.matches("[1-9][0-9]{0,7}(x[1-9][0-9]{0,7}){0,7}")) {
      throw new IllegalArgumentException("'" + name + "' has no sizes of 1 to 99999999" + FORMS);
    }
    return Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static void check(String name, List<Axis> axes, List<Link> links) {
    if (axes.stream().mapToDouble(Axis::size).reduce(1, (a, b) -> a * b) > MOST_DIES) {
      throw new IllegalArgumentException("'" + name + "' has more than " + MOST_DIES + " dies");
    }
    if (links.size() > 1 && links.size() != axes.size()) {
      throw new IllegalArgumentException(
          "'%s' has %d axes, but %d links are given".formatted(name, axes.size(), links.size()));
    }
  }
}
