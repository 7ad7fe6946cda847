package vail.sim.algo;

import java.util.List;
import vail.sim.net.Axis;
import vail.sim.net.Grid;

/**
 * How dies are arranged, as far as an algorithm may use it.
 *
 * @param sizes of the axes, the fastest coordinate first
 */
public record Layout(List<Integer> sizes) {
  /** Takes a copy. */
  public Layout {
    sizes = List.copyOf(sizes);
  }

  /** Dies in one row. */
  public static Layout row(int dies) {
    return new Layout(List.of(dies));
  }

  /** Dies as a grid has them. */
  public static Layout of(Grid grid) {
    return new Layout(grid.axes().stream().map(Axis::size).toList());
  }

  /** All dies. */
  public int dies() {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }

  /** Two axes: the first and all others; of a row, groups as square as can be. */
  Layout groups() {
    int inner = sizes.getFirst();
    if (sizes.size() == 1) {
      inner = (int) Math.sqrt(dies());
      while (dies() % inner != 0) {
        inner--;
      }
    }
    return new Layout(List.of(inner, dies() / inner));
  }

  /** The dies that differ from one in a coordinate only. */
  Line line(int axis, int die) {
    int stride = 1;
    for (int i = 0; i < axis; i++) {
      stride *= sizes.get(i);
    }
    int at = die / stride % sizes.get(axis);
    return new Line(die - at * stride, stride, sizes.get(axis), at, 1);
  }
}
