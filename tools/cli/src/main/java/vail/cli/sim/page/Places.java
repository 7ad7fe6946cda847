package vail.cli.sim.page;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vail.sim.net.Axis;
import vail.sim.net.Grid;
import vail.sim.net.Topology;

/**
 * Where the nodes of a network are drawn: rings and stars on a circle, grids as grids, a third
 * dimension as slices side by side. Of large networks only some nodes have a place.
 */
final class Places {
  private static final Set<Axis.Kind> STRAIGHT =
      Set.of(Axis.Kind.RING, Axis.Kind.BIRING, Axis.Kind.LINE);
  private static final int STEP = 72;
  private static final int MARGIN = 46;
  private static final int MOST_AROUND = 32;
  private static final int MOST_SIDE = 8;
  private static final int MOST_SLICES = 4;
  private static final int LEAST_RADIUS = 112;
  private static final double ROOM_AROUND = 56;

  private final double[] x;
  private final double[] y;
  private final int[] slice;
  private int width;
  private int height;
  private int drawn;
  private boolean lattice;

  private Places(int nodes) {
    x = new double[nodes];
    y = new double[nodes];
    slice = new int[nodes];
    Arrays.fill(x, Double.NaN);
  }

  static Places of(Topology topology) {
    Places places = new Places(topology.nodes());
    if (topology instanceof Grid grid && isStraight(grid)) {
      places.lattice(grid);
    } else {
      places.circle(topology);
    }
    return places;
  }

  /** A row of dies is a ring on a circle, unless it has two ends. */
  private static boolean isStraight(Grid grid) {
    List<Axis> axes = grid.axes().stream().filter(axis -> axis.size() > 1).toList();
    boolean straight = axes.stream().allMatch(axis -> STRAIGHT.contains(axis.kind()));
    boolean row = axes.size() == 1 && axes.getFirst().kind() == Axis.Kind.LINE;
    return straight && (row || axes.size() == 2 || axes.size() == 3);
  }

  private void lattice(Grid grid) {
    lattice = true;
    int[] sizes = grid.axes().stream().mapToInt(Axis::size).filter(size -> size > 1).toArray();
    int columns = Math.min(sizes[0], sizes.length == 1 ? 2 * MOST_SIDE : MOST_SIDE);
    int rows = sizes.length > 1 ? Math.min(sizes[1], MOST_SIDE) : 1;
    int slices = sizes.length > 2 ? Math.min(sizes[2], MOST_SLICES) : 1;
    int across = columns * STEP + MARGIN;
    for (int node = 0; node < grid.dies(); node++) {
      int column = node % sizes[0];
      int row = sizes.length > 1 ? node / sizes[0] % sizes[1] : 0;
      int plane = sizes.length > 2 ? node / sizes[0] / sizes[1] : 0;
      if (column < columns && row < rows && plane < slices) {
        slice[node] = plane;
        put(node, MARGIN + plane * across + column * STEP, MARGIN + row * STEP);
      }
    }
    width = 2 * MARGIN + (slices - 1) * across + (columns - 1) * STEP;
    height = 2 * MARGIN + (rows - 1) * STEP;
  }

  private void circle(Topology topology) {
    int dies = Math.min(topology.dies(), MOST_AROUND);
    int switches = Math.min(topology.nodes() - topology.dies(), MOST_AROUND);
    double radius = dies < 2 ? 0 : Math.max(LEAST_RADIUS, dies * ROOM_AROUND / 2 / Math.PI);
    double centre = MARGIN + radius;
    around(0, dies, centre, radius);
    around(topology.dies(), switches, centre, switches < 2 ? 0 : radius * 0.42);
    width = (int) Math.ceil(2 * centre);
    height = width;
  }

  /** The first is on top, the others follow clockwise. */
  private void around(int first, int count, double centre, double radius) {
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count - Math.PI / 2;
      put(first + i, centre + radius * Math.cos(angle), centre + radius * Math.sin(angle));
    }
  }

  private void put(int node, double atX, double atY) {
    x[node] = atX;
    y[node] = atY;
    drawn++;
  }

  boolean isDrawn(int node) {
    return !Double.isNaN(x[node]);
  }

  double x(int node) {
    return x[node];
  }

  double y(int node) {
    return y[node];
  }

  /** Slices farther on; below 0 farther back. */
  int slicesBetween(int from, int to) {
    return slice[to] - slice[from];
  }

  /** Whether a straight line between two nodes of a grid would cross others. */
  boolean areFar(int from, int to) {
    double apart = Math.max(Math.abs(x[from] - x[to]), Math.abs(y[from] - y[to]));
    return lattice && apart > 1.5 * STEP;
  }

  boolean isSliced() {
    return Arrays.stream(slice).anyMatch(at -> at > 0);
  }

  boolean isLattice() {
    return lattice;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Nodes that have a place. */
  int drawn() {
    return drawn;
  }

  /** Nodes. */
  int all() {
    return x.length;
  }
}
