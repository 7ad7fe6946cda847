package vail.sim.algo;

import java.util.List;
import java.util.Optional;
import vail.sim.plan.Collective;

/** All algorithms, one line each. */
public final class Algorithms {
  private static final List<Family> ALL =
      List.of(
          new Family("ring", Ring.DOES, (c, l) -> new Ring(c, l.dies())),
          new Family(
              "biring", BidirectionalRing.DOES, (c, l) -> new BidirectionalRing(c, l.dies())),
          new Family(
              "halving_doubling", HalvingDoubling.DOES, (c, l) -> new HalvingDoubling(c, l.dies())),
          new Family(
              "recursive_doubling",
              RecursiveDoubling.DOES,
              (c, l) -> new RecursiveDoubling(c, l.dies())),
          new Family("tree", BinaryTree.DOES, (c, l) -> new BinaryTree(c, l.dies())),
          new Family(
              "double_tree", DoubleBinaryTree.DOES, (c, l) -> new DoubleBinaryTree(c, l.dies())),
          new Family("direct", Direct.DOES, (c, l) -> new Direct(c, l.dies())),
          new Family("hierarchical", Hierarchical.DOES, (c, l) -> new Hierarchical(c, l.groups())),
          new Family("torus", Torus.DOES, (c, l) -> new Torus(c, l, 1)),
          new Family(
              "torus_slices", Torus.SLICED_DOES, (c, l) -> new Torus(c, l, l.sizes().size())));

  private Algorithms() {}

  /** All of them. */
  public static List<Family> all() {
    return ALL;
  }

  /** Those that do a collective. */
  public static List<Family> doing(Collective collective) {
    return ALL.stream().filter(family -> family.does().contains(collective)).toList();
  }

  /** The one of a name. */
  public static Optional<Family> find(String name) {
    return ALL.stream().filter(family -> family.name().equals(name)).findFirst();
  }
}
