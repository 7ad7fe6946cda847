package vail.sim.plan;

/** Chooses the codec of each hop between two dies. */
@FunctionalInterface
public interface Hops {
  /** The codec from one die to another; both ends ask and get the same. */
  Codec codec(int from, int to);

  /** The same codec everywhere. */
  static Hops all(Codec codec) {
    return (_, _) -> codec;
  }
}
