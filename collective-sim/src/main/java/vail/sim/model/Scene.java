package vail.sim.model;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import vail.sim.algo.Layout;
import vail.sim.net.Axis;
import vail.sim.net.Grid;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;

/**
 * What a closed form is asked about.
 *
 * @param collective what the dies do
 * @param grid where they do it
 * @param elements of each die's data
 * @param elementBytes of an element
 * @param lanes sub-chunks of each piece
 * @param die what each die can do
 * @param codec of all hops
 * @param frames of that codec
 */
public record Scene(
    Collective collective,
    Grid grid,
    long elements,
    int elementBytes,
    int lanes,
    Die die,
    Codec codec,
    Frames frames) {
  /** The same with another codec. */
  public Scene with(Codec other, Frames sizes) {
    return new Scene(collective, grid, elements, elementBytes, lanes, die, other, sizes);
  }

  /**
   * The stages of a chunk on an axis, of so many pieces of the data; its size may be a fraction.
   */
  Stages chunk(int axis, long pieces) {
    Hop hop = new Hop(grid.axes().get(axis).link(), die, codec, frames);
    BigInteger bytes = BigInteger.valueOf(elements).multiply(BigInteger.valueOf(elementBytes));
    BigInteger chunks = BigInteger.valueOf(pieces).multiply(BigInteger.valueOf(lanes));
    return hop.stages(bytes, chunks);
  }

  /** The arrangement of the dies. */
  Layout layout() {
    return Layout.of(grid);
  }

  /** Dies. */
  int dies() {
    return grid.dies();
  }

  /** Whether each die has a link of its own to those that a form wants, on all axes. */
  boolean isJoinedBy(List<Axis.Kind> kinds) {
    return grid.axes().stream().allMatch(axis -> axis.size() <= 1 || kinds.contains(axis.kind()));
  }

  /** Whether the dies are in one row. */
  boolean isRow() {
    return grid.axes().size() == 1;
  }

  /** Whether nothing but links takes time. */
  boolean isLinksOnly() {
    return codec == Codec.NONE && die.reduce().equals(Service.FREE);
  }

  /** Whether so many ways that are walked at once have a unit of everything each. */
  boolean hasUnits(int ways) {
    return isLinksOnly()
        || Stream.of(die.histogram(), die.tree(), die.encode(), die.decode(), die.reduce())
            .allMatch(service -> service.units() == ways || service.equals(Service.FREE));
  }
}
